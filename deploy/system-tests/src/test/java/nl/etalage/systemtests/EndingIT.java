package nl.etalage.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Consent that will end and ends, from what an editor or a shop says of a picture to what is planned and live. */
@ExtendWith(RunningEtalage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndingIT {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WHO = "groningen-publisher";
    private static final String SHOP = "groningen";

    private Etalage etalage;

    @BeforeAll
    void running(Etalage shared) {
        etalage = shared;
    }

    @Test
    void whenTheConsentForAPictureEndsTheStoryIsOutOfTheLibraryAndOffEveryChannel() throws IOException {
        String own = "Zij plukken onze thee, en dat zie je.";
        LocalDate last = LocalDate.now(AMSTERDAM).plusDays(5);
        String picture = picture("editor", "", "{\"given\": true, \"until\": \"%s\"}".formatted(last));
        String story = story("De plukkers van onze thee", List.of(picture));
        String version = adaptation(story, "{\"channelTexts\": {\"mastodon\": \"" + own + "\"}}");
        String published =
                plan(channel("mastodon"), version, LocalDateTime.now(AMSTERDAM).plusSeconds(5));
        awaitState(published, "published");
        assertEquals(1, posts(own));
        String planned =
                plan(channel("assisted"), version, LocalDateTime.now(AMSTERDAM).plusDays(2));
        library().then().body("items.id", hasItem(story));

        consent("editor", picture, "{\"given\": true, \"until\": \"%s\"}".formatted(last.minusDays(1)));
        await().atMost(PATIENCE).untilAsserted(() -> etalage.as("groningen-manager")
                .get("/api/v1/notices?shop=" + SHOP)
                .then()
                .body("items.find { it.publication == '" + planned + "' }.kind", equalTo("ending")));

        consent(
                "editor",
                picture,
                "{\"given\": true, \"until\": \"%s\"}"
                        .formatted(LocalDate.now(AMSTERDAM).minusDays(1)));

        etalage.asWebshop(SHOP)
                .get("/api/v1/library/" + story + "?shop=" + SHOP)
                .then()
                .statusCode(404);
        awaitState(planned, "recalled");
        awaitState(published, "removed");
        assertEquals(0, posts(own));
        etalage.as("editor")
                .get("/api/v1/recalls?story=" + story)
                .then()
                .body("items[0].reason", equalTo("consent-withdrawn"))
                .body("items[0].publications.publication", hasItem(published));
    }

    @Test
    void whenAShopsOwnPictureEndsItsPostsStopAndTheStoryStays() throws IOException {
        String own = "Kijk wie er zaterdag in onze winkel staat.";
        String story = story("Vrijwilligers van de winkel", List.of());
        String picture = picture(WHO, "?shop=" + SHOP, "{\"given\": true}");
        String version = adaptation(
                story, "{\"channelTexts\": {\"mastodon\": \"" + own + "\"}, \"assets\": [\"" + picture + "\"]}");
        String published =
                plan(channel("mastodon"), version, LocalDateTime.now(AMSTERDAM).plusSeconds(5));
        awaitState(published, "published");
        String planned =
                plan(channel("assisted"), version, LocalDateTime.now(AMSTERDAM).plusDays(2));

        consent(WHO, picture, "{\"given\": false}");

        awaitState(planned, "recalled");
        awaitState(published, "removed");
        assertEquals(0, posts(own));
        etalage.as("groningen-manager")
                .get("/api/v1/notices?shop=" + SHOP)
                .then()
                .body(
                        "items.find { it.publication == '" + published + "' }.text",
                        containsString("De toestemming voor een foto"));
        library().then().body("items.id", hasItem(story));
        etalage.as(WHO)
                .contentType("application/json")
                .body(Map.of(
                        "shop",
                        SHOP,
                        "channel",
                        channel("assisted"),
                        "adaptation",
                        version,
                        "localTime",
                        moment(LocalDateTime.now(AMSTERDAM).plusDays(3))))
                .post("/api/v1/publications")
                .then()
                .statusCode(422);
    }

    private String picture(String who, String query, String consent) throws IOException {
        return etalage.as(who)
                .multiPart("file", "foto.jpg", Picture.jpeg(600, 400), "image/jpeg")
                .multiPart(
                        "metadata",
                        "{\"altText\": \"Een vrouw lacht\", \"licence\": \"own\", \"consent\": " + consent + "}",
                        "application/json")
                .post("/api/v1/assets" + query)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void consent(String who, String picture, String consent) {
        patch(who, "/assets/" + picture, "{\"consent\": " + consent + "}");
    }

    private String story(String title, List<String> assets) {
        Map<String, Object> content = new HashMap<>(Map.of(
                "type", "maker",
                "locale", "nl",
                "title", title,
                "summary", "Wie het maakt, telt.",
                "body", "Dit zijn de mensen die het maken.",
                "readerValue", "Je weet wie het maakt.",
                "functions", List.of("awareness"),
                "audience", List.of("customers")));
        content.put("assets", assets);
        String id = etalage.as("editor")
                .contentType("application/json")
                .body(content)
                .post("/api/v1/stories")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act("editor", id, "submit");
        act("editor2", id, "release");
        return id;
    }

    private void act(String who, String story, String action) {
        etalage.as(who)
                .header(
                        "If-Match",
                        etalage.as(who).get("/api/v1/stories/" + story).header("ETag"))
                .post("/api/v1/stories/" + story + "/" + action)
                .then()
                .statusCode(200);
    }

    private String adaptation(String story, String overrides) {
        String id = etalage.as(WHO)
                .contentType("application/json")
                .body(Map.of("shop", SHOP, "story", story))
                .post("/api/v1/adaptations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        patch(WHO, "/adaptations/" + id, "{\"overrides\": " + overrides + "}");
        return id;
    }

    private void patch(String who, String path, String json) {
        etalage.as(who)
                .contentType("application/merge-patch+json")
                .header("If-Match", etalage.as(who).get("/api/v1" + path).header("ETag"))
                .body(json.getBytes(UTF_8))
                .patch("/api/v1" + path)
                .then()
                .statusCode(200);
    }

    private String channel(String platform) {
        return etalage.as(WHO)
                .get("/api/v1/channels?shop=" + SHOP)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.platform == '" + platform + "' }.id");
    }

    private String plan(String channel, String version, LocalDateTime at) {
        return etalage.as(WHO)
                .contentType("application/json")
                .body(Map.of("shop", SHOP, "channel", channel, "adaptation", version, "localTime", moment(at)))
                .post("/api/v1/publications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String moment(LocalDateTime at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Response library() {
        return etalage.asWebshop(SHOP).get("/api/v1/library?shop=" + SHOP + "&limit=100");
    }

    private void awaitState(String publication, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> etalage.as(WHO)
                .get("/api/v1/publications/" + publication)
                .then()
                .body("state", equalTo(state)));
    }

    private long posts(String text) {
        List<Map<String, Object>> all = etalage.platform()
                .get("/stand-in/accounts/" + SHOP + "/posts")
                .jsonPath()
                .getList("posts");
        return all.stream()
                .filter(post -> String.valueOf(post.get("text")).contains(text))
                .count();
    }
}
