package nl.etalage.systemtests;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job from end to end on real parts, in the order in which people do it: each step goes on from the last. */
@ExtendWith(RunningEtalage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String OWN_SENTENCE = "Bij ons aan de Slotlaan staat de pot al klaar.";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Etalage etalage;
    private String asset;
    private String story;
    private String adaptation;
    private String mastodon;
    private String assisted;
    private String published;
    private String planned;

    @BeforeAll
    void running(Etalage shared) {
        etalage = shared;
    }

    @Test
    @Order(0)
    void whoSignsInAtKeycloakSeesWhoSheIsAndWhichShopsAreHers() throws IOException, InterruptedException {
        Browser browser = new Browser();
        HttpResponse<String> form = browser.open(etalage.gateway() + "/sign-in");
        assertTrue(
                form.uri().toString().contains("/realms/etalage/"), form.uri().toString());
        HttpResponse<String> page = browser.submit(form, Map.of("username", "marijke", "password", "marijke"));
        assertEquals(200, page.statusCode());
        assertTrue(
                page.uri().toString().startsWith(etalage.gateway()), page.uri().toString());
        assertTrue(page.body().contains("Marijke"), page.body());
        assertTrue(page.body().contains("Wereldwinkel Deventer"), page.body());
        assertTrue(page.body().contains("Wereldwinkel Zwolle"), page.body());
        assertEquals(200, browser.open(etalage.gateway() + "/api/v1/me").statusCode(), "the session works for the API");
    }

    @Test
    @Order(1)
    void anEditorWritesAMakerStoryAndAnotherReleasesIt() throws IOException {
        asset = etalage.as("editor")
                .multiPart("file", "makers.jpg", Picture.jpeg(1200, 800), "image/jpeg")
                .multiPart(
                        "metadata",
                        "{\"altText\": \"Vrouwen sorteren koffiebessen\", \"credit\": \"Etalage\", \"licence\": \"own\"}",
                        "application/json")
                .post("/api/v1/assets")
                .then()
                .statusCode(201)
                .body("width", equalTo(1200), "mediaType", equalTo("image/jpeg"))
                .extract()
                .path("id");

        Response created = write("De vrouwen achter de koffie");
        story = created.path("id");
        Response submitted = act("editor", "/stories/" + story, "submit");
        submitted.then().body("state", equalTo("in-review"));

        release("editor", story).then().statusCode(403).contentType("application/problem+json");
        release("editor2", story).then().statusCode(200).body("state", equalTo("released"), "revision", equalTo(1));
    }

    @Test
    @Order(2)
    void theWebshopPullsItReadyToShow() {
        Response pull = etalage.asWebshop("zeist").get("/api/v1/library?shop=zeist");
        String items = "items.find { it.id == '" + story + "' }.";
        pull.then()
                .statusCode(200)
                .header("Cache-Control", containsString("private"))
                .body(
                        items + "title", equalTo("De vrouwen achter de koffie"),
                        items + "version", equalTo("network"),
                        items + "body",
                                allOf(
                                        containsString("Wereldwinkel Zeist"),
                                        containsString("uur"),
                                        not(containsString("{{"))),
                        items + "bodyHtml", containsString("<p>"));
        etalage.asWebshop("zeist")
                .header("If-None-Match", pull.header("ETag"))
                .get("/api/v1/library?shop=zeist")
                .then()
                .statusCode(304);
    }

    /** Of a few, as a machine that is busy with other things for a second proves nothing. */
    @Test
    @Order(3)
    void aFollowerSeesAReleaseWithinASecond() throws ExecutionException, InterruptedException, TimeoutException {
        AtomicReference<String> last = new AtomicReference<>("0");
        List<String> page = events(last, 0);
        while (!page.isEmpty()) {
            page = events(last, 0);
        }
        Duration took = Duration.ofDays(1);
        for (int time = 1; time <= 5 && took.compareTo(Duration.ofSeconds(1)) >= 0; time++) {
            String newest = write("Rijst van de hoogvlakte " + time).path("id");
            act("editor", "/stories/" + newest, "submit");
            CompletableFuture<Instant> waiting = CompletableFuture.supplyAsync(() -> heard(newest, last));
            // The follower must be waiting when the release comes; nothing outside tells that it is.
            await().pollDelay(Duration.ofSeconds(1)).until(() -> !waiting.isDone());
            release("editor2", newest).then().statusCode(200);
            Instant released = Instant.now();
            took = Duration.between(released, waiting.get(60, TimeUnit.SECONDS));
        }
        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, took.toString());
    }

    /** When a follower that goes on from the last event it heard hears of a story; what else happens comes along. */
    private Instant heard(String story, AtomicReference<String> last) {
        Instant start = Instant.now();
        while (Instant.now().isBefore(start.plus(PATIENCE))) {
            if (events(last, 20_000).contains(story)) {
                return Instant.now();
            }
        }
        throw new AssertionError("Nothing was heard of " + story);
    }

    /** Stories of the next events in Zeist's library, after which {@code last} is the last of them. */
    private List<String> events(AtomicReference<String> last, int timeout) {
        JsonPath batch = etalage.asWebshop("zeist")
                .get("/api/v1/library/events?shop=zeist&timeout=" + timeout + "&lastEventId=" + last.get())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> ids = batch.getList("id");
        if (!ids.isEmpty()) {
            last.set(ids.get(ids.size() - 1));
        }
        return batch.getList("data.story");
    }

    @Test
    @Order(4)
    void zeistMakesItItsOwnAndSeesHowItWillLook() {
        Response made = etalage.as("zeist-publisher")
                .contentType("application/json")
                .body(Map.of("shop", "zeist", "story", story))
                .post("/api/v1/adaptations");
        made.then().statusCode(201);
        adaptation = made.path("id");
        ownWords("Koffie van vrouwen die zelf beslissen.\n\n" + OWN_SENTENCE)
                .then()
                .statusCode(200);

        rendering("zeist-publisher", adaptation)
                .then()
                .body("text", allOf(containsString(OWN_SENTENCE), not(containsString("{{"))), "problems", hasSize(0))
                .body("assets[0].altText", equalTo("Vrouwen sorteren koffiebessen"));
    }

    @Test
    @Order(5)
    void aMissingFieldIsNamedAndTooLongATextSaysByHowMuch() {
        ownWords("x".repeat(512)).then().statusCode(200);
        rendering("zeist-publisher", adaptation)
                .then()
                .statusCode(200)
                .body("problems.code", hasItem("too-long"))
                .body("problems.find { it.code == 'too-long' }.excess", equalTo(12));
        ownWords("Koffie van vrouwen die zelf beslissen.\n\n" + OWN_SENTENCE + " {{shop.webshop}}")
                .then()
                .statusCode(200);
        String without = etalage.as("zeist-manager").get("/api/v1/shops/zeist").path("webshop");
        patch("zeist-manager", "/shops/zeist", "{\"webshop\": null}").then().statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> rendering("zeist-publisher", adaptation)
                .then()
                .body("problems.find { it.code == 'missing-field' }.field", equalTo("shop.webshop"))
                .body("text", not(containsString("{{"))));
        if (without != null) {
            patch("zeist-manager", "/shops/zeist", "{\"webshop\": \"" + without + "\"}")
                    .then()
                    .statusCode(200);
        }
        ownWords("Koffie van vrouwen die zelf beslissen.\n\n" + OWN_SENTENCE)
                .then()
                .statusCode(200);
    }

    @Test
    @Order(6)
    void itGoesOutOnceAtItsTimeWithPictureAndAltText() {
        mastodon = channel("zeist", "mastodon");
        LocalDateTime at = soon(6);
        Response made = plan("zeist-publisher", mastodon, adaptation, at);
        made.then().statusCode(201).body("state", equalTo("scheduled"), "timeZone", equalTo("Europe/Amsterdam"));
        published = made.path("id");
        awaitState("zeist-publisher", published, "published");

        publication("zeist-publisher", published)
                .then()
                .body("permalink", notNullValue(), "attempts", hasSize(1), "outdated", equalTo(false));
        List<Map<String, Object>> posts = posts("zeist", OWN_SENTENCE);
        assertEquals(1, posts.size());
        assertEquals(
                List.of("Vrouwen sorteren koffiebessen"),
                etalage.platform()
                        .get("/stand-in/accounts/zeist/posts")
                        .jsonPath()
                        .getList("posts.find { it.text.contains('Slotlaan') }.media.description"));
        Instant postedAt = Instant.parse((String) posts.get(0).get("created_at"));
        assertTrue(!postedAt.isBefore(at.atZone(AMSTERDAM).toInstant()), "not before its time");
    }

    @Test
    @Order(7)
    void onTheAssistedChannelThePersonResponsibleIsAskedByMail() throws MessagingException, IOException {
        assisted = channel("zeist", "assisted");
        String asked = plan("zeist-publisher", assisted, adaptation, soon(6)).path("id");
        awaitState("zeist-publisher", asked, "publishing");
        await().atMost(PATIENCE).until(() -> mailTo("zeist-publisher@etalage.example", asked) != null);
        MimeMessage mail = mailTo("zeist-publisher@etalage.example", asked);
        assertTrue(mail.getSubject().length() > 5);

        etalage.as("zeist-publisher")
                .contentType("application/json")
                .header("If-Match", publication("zeist-publisher", asked).header("ETag"))
                .body("{\"posted\": true, \"permalink\": \"https://www.facebook.com/wereldwinkelzeist/posts/1\"}")
                .post("/api/v1/publications/" + asked + "/done")
                .then()
                .statusCode(200)
                .body("state", equalTo("published"), "permalink", endsWith("/posts/1"));
    }

    @Test
    @Order(8)
    void aContributorsPublicationWaitsForApprovalOfExactlyThatText() {
        Response made = etalage.as("zeist-contributor")
                .contentType("application/json")
                .body(planned(mastodon, adaptation, LocalDateTime.now(AMSTERDAM).plusDays(2), true))
                .post("/api/v1/publications");
        made.then().statusCode(201).body("state", equalTo("awaiting-approval"));
        planned = made.path("id");
        act("zeist-contributor", "/publications/" + planned, "approve")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        act("zeist-publisher", "/publications/" + planned, "approve").then().body("state", equalTo("scheduled"));

        ownWords("Koffie van vrouwen die zelf beslissen. Kom proeven!\n\n" + OWN_SENTENCE)
                .then()
                .statusCode(200);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> publication("zeist-contributor", planned).then().body("outdated", equalTo(true)));
        publication("zeist-contributor", planned).then().body("text", not(containsString("Kom proeven")));
        act("zeist-contributor", "/publications/" + planned, "refresh")
                .then()
                .body("state", equalTo("awaiting-approval"), "outdated", equalTo(false))
                .body("text", containsString("Kom proeven"));
        act("zeist-manager", "/publications/" + planned, "approve").then().body("state", equalTo("scheduled"));
    }

    @Test
    @Order(9)
    void aCorrectionIsOfferedAndOwnWordsStay() {
        etalage.as("editor")
                .contentType("application/json")
                .header(
                        "If-Match",
                        etalage.as("editor").get("/api/v1/stories/" + story).header("ETag"))
                .body("{\"note\": \"Het zijn er meer.\", \"severity\": \"minor\","
                        + " \"changes\": {\"title\": \"De 300 vrouwen achter de koffie\"}}")
                .post("/api/v1/stories/" + story + "/correct")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        await().atMost(PATIENCE).untilAsserted(() -> etalage.as("zeist-publisher")
                .get("/api/v1/adaptations/" + adaptation)
                .then()
                .body("sourceUpdate", equalTo(true), "overrides.body", containsString(OWN_SENTENCE)));
        etalage.as("zeist-publisher")
                .get("/api/v1/adaptations/" + adaptation + "/source-update")
                .then()
                .statusCode(200)
                .body(containsString("De 300 vrouwen achter de koffie"));
    }

    @Test
    @Order(10)
    void whatIsWithdrawnIsRecalledWherePlannedAndListedWhereLive() {
        etalage.as("editor2")
                .contentType("application/json")
                .header(
                        "If-Match",
                        etalage.as("editor2").get("/api/v1/stories/" + story).header("ETag"))
                .body("{\"reason\": \"consent-withdrawn\"}")
                .post("/api/v1/stories/" + story + "/withdraw")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        awaitState("zeist-publisher", planned, "recalled");
        awaitState("zeist-publisher", published, "removed");
        etalage.as("editor")
                .get("/api/v1/recalls?story=" + story)
                .then()
                .statusCode(200)
                .body(containsString(published));
        assertEquals(0, posts("zeist", OWN_SENTENCE).size());
        etalage.asWebshop("zeist")
                .get("/api/v1/library?shop=zeist&limit=100")
                .then()
                .body("items.id", everyItem(not(equalTo(story))));
    }

    @Test
    @Order(11)
    void strangersAreToldNothing() {
        for (String path : List.of(
                "/api/v1/adaptations/" + adaptation,
                "/api/v1/publications/" + published,
                "/api/v1/channels/" + mastodon)) {
            etalage.as("utrecht-manager")
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .header("Content-Language", "nl");
            etalage.anonymous().get(path).then().statusCode(401).contentType("application/problem+json");
        }
        given().baseUri(etalage.gateway())
                .header("Accept-Language", "en")
                .get("/api/v1/publications/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .body("title", equalTo("Sign in first"));
    }

    @Test
    @Order(12)
    void aKillRightAfterThePlatformAnsweredLeavesOnePostAndPublished() {
        // A shop for which the demo data plans nothing today: the fault must meet this post and no other.
        String own = "Wij lopen even hard als de koffie.";
        String other = etalage.asWebshop("nijmegen")
                .get("/api/v1/library?shop=nijmegen")
                .path("items[0].id");
        String version = etalage.as("nijmegen-publisher")
                .contentType("application/json")
                .body(Map.of("shop", "nijmegen", "story", other))
                .post("/api/v1/adaptations")
                .path("id");
        patch(
                        "nijmegen-publisher",
                        "/adaptations/" + version,
                        "{\"overrides\": {\"channelTexts\": {\"mastodon\": \"" + own + "\"}}}")
                .then()
                .statusCode(200);
        // The platform accepts and then holds its answer, so that there is a moment to be killed in.
        etalage.platform()
                .contentType("application/json")
                .body("{\"account\": \"nijmegen\", \"on\": \"POST /api/v1/statuses\","
                        + " \"fault\": \"accept-then-time-out\", \"times\": 1}")
                .put("/stand-in/faults")
                .then()
                .statusCode(is(200));
        String publication = plan("nijmegen-publisher", channel("nijmegen", "mastodon"), version, soon(6))
                .path("id");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        1, posts("nijmegen", own).size(), () -> publication("nijmegen-publisher", publication)
                                .asString()));
        etalage.kill("scheduling-service");
        etalage.startAgain("scheduling-service");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> publication("nijmegen-publisher", publication)
                .then()
                .body("state", equalTo("published"), "permalink", notNullValue()));
        assertEquals(1, posts("nijmegen", own).size());
    }

    private Response write(String title) {
        Response created = etalage.as("editor")
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "type",
                        "maker",
                        "locale",
                        "nl",
                        "title",
                        title,
                        "summary",
                        "Een coöperatie van vrouwen verkoopt haar koffie zelf.",
                        "body",
                        "Vroeger bepaalde de handelaar de prijs. **Nu doen zij dat zelf.**\n\n"
                                + "Je vindt hun koffie bij {{shop.name}}. Wij zijn open: {{shop.openingHours}}.",
                        "readerValue",
                        "Je weet wie je koffie maakt.",
                        "functions",
                        List.of("awareness"),
                        "audience",
                        List.of("customers"),
                        "assets",
                        List.of(asset)))
                .post("/api/v1/stories");
        created.then().statusCode(201).header("Location", notNullValue()).body("state", equalTo("draft"));
        return created;
    }

    /** An action on the present version of a resource. */
    private Response act(String person, String path, String action) {
        return etalage.as(person)
                .header("If-Match", etalage.as(person).get("/api/v1" + path).header("ETag"))
                .post("/api/v1" + path + "/" + action);
    }

    private Response release(String person, String id) {
        return act(person, "/stories/" + id, "release");
    }

    private Response patch(String person, String path, String json) {
        return etalage.as(person)
                .contentType("application/merge-patch+json")
                .header("If-Match", etalage.as(person).get("/api/v1" + path).header("ETag"))
                .body(json.getBytes(UTF_8))
                .patch("/api/v1" + path);
    }

    private Response ownWords(String body) {
        return patch(
                "zeist-publisher",
                "/adaptations/" + adaptation,
                "{\"overrides\": {\"body\": \"" + body.replace("\n", "\\n") + "\"}}");
    }

    private Response rendering(String person, String id) {
        return etalage.as(person).get("/api/v1/adaptations/" + id + "/rendering?platform=mastodon&limit=500");
    }

    private String channel(String shop, String platform) {
        return etalage.as(shop + "-publisher")
                .get("/api/v1/channels?shop=" + shop)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.platform == '" + platform + "' }.id");
    }

    private static LocalDateTime soon(int seconds) {
        return LocalDateTime.now(AMSTERDAM).plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Map<String, Object> planned(String channel, String version, LocalDateTime at, boolean again) {
        return Map.of(
                "shop", channel == null ? "" : "zeist",
                "channel", channel,
                "adaptation", version,
                "localTime", at.truncatedTo(ChronoUnit.SECONDS).toString(),
                "allowDuplicate", again);
    }

    private Response plan(String person, String channel, String version, LocalDateTime at) {
        Map<String, Object> body = new java.util.HashMap<>(planned(channel, version, at, false));
        body.put("shop", person.replaceAll("-.*", ""));
        Response made =
                etalage.as(person).contentType("application/json").body(body).post("/api/v1/publications");
        made.then().statusCode(201);
        return made;
    }

    private Response publication(String person, String id) {
        return etalage.as(person).get("/api/v1/publications/" + id);
    }

    private void awaitState(String person, String id, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> publication(person, id).then().body("state", equalTo(state)));
    }

    private List<Map<String, Object>> posts(String account, String text) {
        List<Map<String, Object>> all = etalage.platform()
                .get("/stand-in/accounts/" + account + "/posts")
                .jsonPath()
                .getList("posts");
        return all.stream()
                .filter(post -> String.valueOf(post.get("text")).contains(text))
                .toList();
    }

    private MimeMessage mailTo(String address, String publication) throws MessagingException, IOException {
        for (MimeMessage message : etalage.mail().getReceivedMessages()) {
            String content = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(message);
            if (message.getAllRecipients()[0].toString().contains(address) && content.contains(publication)) {
                return message;
            }
        }
        return null;
    }
}
