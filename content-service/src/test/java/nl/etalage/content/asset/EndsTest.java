package nl.etalage.content.asset;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.anonymous;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.jpeg;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.etalage.content.Network;
import nl.etalage.content.TestSettings;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consent and licence that end, in that second and announced before. */
@QuarkusTest
class EndsTest {

    private static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    @AfterEach
    void release() {
        TestSettings.timeGoesOn();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(CLOCK.instant(), DUTCH);
    }

    private static Instant end(LocalDate last) {
        return last.plusDays(1).atStartOfDay(DUTCH).toInstant();
    }

    private static String consentUntil(LocalDate last) {
        return "\"consent\": {\"given\": true, \"until\": \"%s\"}".formatted(last);
    }

    private static String picture(String members) {
        return as("editor")
                .multiPart("file", "x.jpg", jpeg(400, 300), "image/jpeg")
                .multiPart("metadata", "{\"altText\": \"Fatima plukt koffie\", " + members + "}", "application/json")
                .post("/api/v1/assets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String withPicture(String picture) {
        return released("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(picture));
    }

    private static void describe(String picture, String members) {
        patch(as("editor").get("/api/v1/assets/{id}", picture), "editor", "{" + members + "}")
                .patch("/api/v1/assets/{id}", picture)
                .then()
                .statusCode(200);
    }

    private static String address(String picture) {
        return "/api/v1/media/%s/web.jpg"
                .formatted(as("editor").get("/api/v1/assets/{id}", picture).<String>path("sha256"));
    }

    private static Response item(String shop, String story) {
        return machine(shop).get("/api/v1/library/{id}?shop={shop}", story, shop);
    }

    /** What services heard with this subject. */
    private static List<Map<String, Object>> told(String feed, String subject) {
        List<Map<String, Object>> all = new ArrayList<>();
        String last = "0";
        while (true) {
            List<Map<String, Object>> page = Network.with(Tokens.service("scheduling-service"))
                    .get("/events?feed={feed}&lastEventId={last}", feed, last)
                    .jsonPath()
                    .getList("$");
            if (page.isEmpty()) {
                return all;
            }
            page.stream().filter(event -> subject.equals(event.get("subject"))).forEach(all::add);
            last = (String) page.get(page.size() - 1).get("id");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> event) {
        return (Map<String, Object>) event.get("data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"consent\": {\"given\": true, \"until\": \"DAY\"} | consent-withdrawn | consent-ended",
                "\"licence\": \"CC-BY-4.0\", \"licenceUntil\": \"DAY\" | licence-ended | licence-ended"
            })
    void storyAndPictureLeaveInThatSecondAndEverybodyHearsWhy(String members, String reason, String state) {
        String shop = newShop();
        LocalDate last = today();
        String picture = picture(members.replace("DAY", last.toString()));
        String story = withPicture(picture);
        String adaptation = adapted(shop, story);
        String media = address(picture);

        CLOCK.set(end(last).minusSeconds(1));
        item(shop, story).then().statusCode(200);
        anonymous().get(media).then().statusCode(200);

        CLOCK.set(end(last));
        item(shop, story).then().statusCode(404);
        anonymous().get(media).then().statusCode(410).body("type", is("https://etalage.nl/problems/media-gone"));
        as("editor").get("/api/v1/assets/{id}", picture).then().body("state", is(state));
        eventually(() -> told("work", "story/" + story).stream()
                .anyMatch(event -> event.get("type").equals("nl.etalage.content.story.withdrawn.v1")
                        && reason.equals(data(event).get("reason"))));
        eventually(() -> told("library", "story/" + story).stream()
                .anyMatch(event -> "removed".equals(data(event).get("change"))
                        && reason.equals(data(event).get("reason"))));
        as("editor")
                .get("/api/v1/stories/{id}", story)
                .then()
                .body("state", is("withdrawn"), "withdrawReason", is(reason));
        as(shop + "-publisher")
                .get("/api/v1/adaptations/{id}", adaptation)
                .then()
                .body("state", is("recalled"));
        as(shop + "-publisher")
                .get("/api/v1/adaptations/{id}/rendering?platform=mastodon", adaptation)
                .then()
                .body("problems.code", hasItem("story-withdrawn"))
                .body("problems.code", hasItem(state));
    }

    @Test
    void whoUsesAStoryHearsThirtyAndSevenDaysBefore() {
        String shop = newShop();
        LocalDate last = today().plusDays(30);
        String picture = picture(consentUntil(last));
        String story = withPicture(picture);
        String subject = "story/" + story + "/ending";
        item(shop, story).then().body("availableUntil", is(end(last).toString()));
        assertEquals(List.of(), told("work", subject));

        CLOCK.set(today().plusDays(1).atStartOfDay(DUTCH).toInstant());
        eventually(() -> told("work", subject).size() == 1);
        Map<String, Object> first = data(told("work", subject).get(0));
        assertEquals(
                Map.of(
                        "story",
                        story,
                        "revision",
                        1,
                        "title",
                        "De vrouwen achter de koffie",
                        "reason",
                        "consent-ends",
                        "endsAt",
                        end(last).toString(),
                        "days",
                        30),
                first);
        assertEquals(
                "consent-ends",
                told("library", "story/" + story).stream()
                        .map(event -> data(event).get("reason"))
                        .reduce(null, (before, after) -> after));

        CLOCK.set(last.plusDays(1).minusDays(7).atStartOfDay(DUTCH).toInstant());
        eventually(() -> told("work", subject).size() == 2);
        assertEquals(7, data(told("work", subject).get(1)).get("days"));
        CLOCK.set(end(last).minusSeconds(1));
        item(shop, story).then().statusCode(200);
        assertEquals(2, told("work", subject).size());
    }

    @Test
    void whereLessIsLeftTheWarningComesAtOnceAndOnce() {
        LocalDate last = today().plusDays(3);
        String picture = picture(consentUntil(last));
        String story = withPicture(picture);
        String subject = "story/" + story + "/ending";
        eventually(() -> told("work", subject).size() == 1);
        assertEquals(7, data(told("work", subject).get(0)).get("days"));
        act(
                        story,
                        "correct",
                        "editor",
                        "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"summary\": \"Beter.\"}}")
                .then()
                .statusCode(200);
        String later = withPicture(picture(consentUntil(last)));
        eventually(() -> told("work", "story/" + later + "/ending").size() == 1);
        assertEquals(1, told("work", subject).size());
    }

    @Test
    void anEndThatMovesIsToldAndHasItsOwnWarnings() {
        LocalDate last = today().plusDays(20);
        String picture = picture(consentUntil(last));
        String story = withPicture(picture);
        String subject = "story/" + story + "/ending";
        eventually(() -> told("work", subject).size() == 1);
        eventually(() -> told("work", "asset/" + picture + "/ending").size() == 1);

        describe(picture, consentUntil(last.plusDays(60)));

        eventually(() -> told("work", subject).size() == 2);
        Map<String, Object> moved = told("work", subject).get(1);
        assertEquals("nl.etalage.content.story.ending-moved.v1", moved.get("type"));
        assertEquals(Map.of("story", story, "endsAt", end(last.plusDays(60)).toString()), data(moved));
        Map<String, Object> file = told("work", "asset/" + picture + "/ending").get(1);
        assertEquals("nl.etalage.content.asset.ending-moved.v1", file.get("type"));
        assertEquals(Map.of("asset", picture, "endsAt", end(last.plusDays(60)).toString()), data(file));

        describe(picture, consentUntil(last.minusDays(10)));
        eventually(() -> told("work", subject).size() == 4);
        List<Map<String, Object>> all = told("work", subject);
        assertEquals("nl.etalage.content.story.ending-moved.v1", all.get(2).get("type"));
        assertEquals("nl.etalage.content.story.ending.v1", all.get(3).get("type"));
        assertEquals(end(last.minusDays(10)).toString(), data(all.get(3)).get("endsAt"));

        describe(picture, "\"consent\": {\"given\": true, \"until\": null}");
        eventually(() -> told("work", subject).size() == 5);
        assertEquals(Map.of("story", story), data(told("work", subject).get(4)));
        describe(picture, "\"credit\": \"Foto: Mia\"");
        withPicture(picture);
        assertEquals(5, told("work", subject).size());
    }

    @Test
    void aCorrectionThatTakesThePictureOutTakesTheWarningBackAndSaysHowMuchItMatters() {
        LocalDate last = today().plusDays(20);
        String picture = picture(consentUntil(last));
        String story = withPicture(picture);
        eventually(() -> told("work", "story/" + story + "/ending").size() == 1);
        String other = Network.picture();

        act(
                        story,
                        "correct",
                        "editor",
                        "{\"note\": \"n\", \"severity\": \"critical\", \"changes\": {\"assets\": [\"%s\"]}}"
                                .formatted(other))
                .then()
                .statusCode(200);

        Map<String, Object> moved = told("work", "story/" + story + "/ending").get(1);
        assertEquals("nl.etalage.content.story.ending-moved.v1", moved.get("type"));
        assertEquals(Map.of("story", story), data(moved));
        List<Map<String, Object>> all = told("work", "story/" + story);
        assertEquals(
                Map.of("story", story, "revision", 2, "severity", "critical", "dropped", List.of(picture)),
                data(all.get(all.size() - 1)));
    }

    @Test
    void aShopsOwnPictureIsToldThirtyAndSevenDaysBeforeWithTheStoryThatShowsIt() {
        String shop = newShop();
        LocalDate last = today().plusDays(40);
        String own = as(shop + "-publisher")
                .multiPart("file", "x.jpg", jpeg(60, 40), "image/jpeg")
                .multiPart("metadata", "{\"altText\": \"Onze winkel\", " + consentUntil(last) + "}", "application/json")
                .post("/api/v1/assets?shop={shop}", shop)
                .path("id");
        String adaptation = adapted(shop, released("\"body\": \"Tekst.\", \"title\": \"Thee bij {{shop.name}}\""));
        patch(
                        as(shop + "-publisher").get("/api/v1/adaptations/{id}", adaptation),
                        shop + "-publisher",
                        "{\"overrides\": {\"assets\": [\"%s\"]}}".formatted(own))
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(200);
        String subject = "asset/" + own + "/ending";
        assertEquals(List.of(), told("work", subject));

        CLOCK.set(last.plusDays(1).minusDays(30).atStartOfDay(DUTCH).toInstant());
        eventually(() -> told("work", subject).size() == 1);
        assertEquals(
                Map.of(
                        "asset",
                        own,
                        "shop",
                        shop,
                        "title",
                        "Thee bij …",
                        "reason",
                        "consent-ends",
                        "endsAt",
                        end(last).toString(),
                        "days",
                        30),
                data(told("work", subject).get(0)));
        CLOCK.set(last.plusDays(1).minusDays(7).atStartOfDay(DUTCH).toInstant());
        eventually(() -> told("work", subject).size() == 2);
        assertEquals(7, data(told("work", subject).get(1)).get("days"));
        CLOCK.set(end(last));
        eventually(() -> told("work", "asset/" + own).size() == 1);
        assertEquals(2, told("work", subject).size());
    }

    @Test
    void aShopsOwnPictureThatIsPutInAVersionAfterTheWarningIsToldThenOnceWithItsStory() {
        String shop = newShop();
        String who = shop + "-publisher";
        LocalDate last = today().plusDays(4);
        String own = as(who).multiPart("file", "x.jpg", jpeg(60, 40), "image/jpeg")
                .multiPart("metadata", "{\"altText\": \"x\", " + consentUntil(last) + "}", "application/json")
                .post("/api/v1/assets?shop={shop}", shop)
                .path("id");
        String subject = "asset/" + own + "/ending";
        eventually(() -> told("work", subject).size() == 1);
        assertEquals(null, data(told("work", subject).get(0)).get("title"));
        String adaptation = adapted(shop, released("\"body\": \"Tekst.\", \"title\": \"Thee uit Ceylon\""));

        overrides(who, adaptation, "\"assets\": [\"%s\"]".formatted(own));

        eventually(() -> told("work", subject).size() == 2);
        assertEquals(
                Map.of(
                        "asset",
                        own,
                        "shop",
                        shop,
                        "title",
                        "Thee uit Ceylon",
                        "reason",
                        "consent-ends",
                        "endsAt",
                        end(last).toString(),
                        "days",
                        7),
                data(told("work", subject).get(1)));
        // Another change of words is no news about the picture; the other picture says that a round went by.
        overrides(who, adaptation, "\"assets\": [\"%s\"], \"title\": \"Onze thee\"".formatted(own));
        String later = picture(consentUntil(last));
        eventually(() -> told("work", "asset/" + later + "/ending").size() == 1);
        assertEquals(2, told("work", subject).size());
    }

    private static void overrides(String who, String adaptation, String members) {
        patch(as(who).get("/api/v1/adaptations/{id}", adaptation), who, "{\"overrides\": {" + members + "}}")
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(200);
    }

    @Test
    void theEditorReadsWhatEndsSoonTheFirstFirst() {
        String far = picture("\"licenceUntil\": \"%s\"".formatted(today().plusDays(20)));
        String near = picture(consentUntil(today().plusDays(5)));
        List<String> ending = new ArrayList<>();
        String token = "";
        while (token != null) {
            Response page = as("editor").get("/api/v1/assets?ending=30&limit=2" + token);
            page.then().statusCode(200).body("items.state", everyItem(is("available")));
            ending.addAll(page.path("items.id"));
            String next = page.path("nextPageToken");
            token = next == null ? null : "&pageToken=" + next;
        }
        assertEquals(
                List.of(near, far),
                ending.stream().filter(List.of(far, near)::contains).toList());
        assertEquals(ending.stream().distinct().toList(), ending);
        as("editor")
                .get("/api/v1/assets?ending=10&limit=100")
                .then()
                .body("items.id", hasItem(near))
                .body("items.id", not(hasItem(far)));
        as("editor")
                .get("/api/v1/assets?ending=0")
                .then()
                .statusCode(422)
                .body("violations[0].detail", containsString("366"));
    }

    @Test
    void anEditorIsPointedAtAnEndThatIsNearAndRefusedAfterIt() {
        String near = picture(consentUntil(today().plusDays(5)));
        String over = picture("\"licenceUntil\": \"2020-01-01\"");
        String story = draft("\"body\": \"Tekst.\", \"assets\": [\"%s\", \"%s\"]".formatted(near, over));
        as("editor")
                .get("/api/v1/stories/{id}", story)
                .then()
                .body(
                        "advice.detail",
                        hasItem(containsString(today().plusDays(5).toString())))
                .body("must.pointer", is(List.of("/assets/1")))
                .body("must[0].detail", containsString("licentie"));
        act(story, "submit", "editor", null).then().statusCode(422);
    }

    @Test
    void consentThatIsTakenBackTakesTheStoryBackAtOnce() {
        String shop = newShop();
        String picture = picture(consentUntil(today().plusDays(300)));
        String story = withPicture(picture);
        String media = address(picture);
        item(shop, story).then().statusCode(200);
        patch(as("editor").get("/api/v1/assets/{id}", picture), "editor", "{\"consent\": {\"given\": false}}")
                .patch("/api/v1/assets/{id}", picture)
                .then()
                .statusCode(200)
                .body("state", is("consent-ended"));
        item(shop, story).then().statusCode(404);
        anonymous().get(media).then().statusCode(410);
        eventually(() ->
                as("editor").get("/api/v1/stories/{id}", story).path("state").equals("withdrawn"));
    }

    @Test
    void aStoryThatGetsAnotherPictureInTimeStays() {
        String shop = newShop();
        LocalDate last = today();
        String picture = picture(consentUntil(last));
        String story = withPicture(picture);
        act(
                        story,
                        "correct",
                        "editor",
                        "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"assets\": [\"%s\"]}}"
                                .formatted(Network.picture()))
                .then()
                .statusCode(200);
        String media = address(picture);
        anonymous().get(media).then().statusCode(200);
        CLOCK.set(end(last));
        item(shop, story).then().statusCode(200);
        anonymous().get(media).then().statusCode(410);
    }

    @Test
    void aShopsOwnPictureLeavesTheShopsOwnVersion() {
        String shop = newShop();
        LocalDate last = today();
        String story = released("\"body\": \"Tekst.\"");
        String own = as(shop + "-publisher")
                .multiPart("file", "x.jpg", jpeg(60, 40), "image/jpeg")
                .multiPart("metadata", "{\"altText\": \"Onze winkel\", " + consentUntil(last) + "}", "application/json")
                .post("/api/v1/assets?shop={shop}", shop)
                .path("id");
        String adaptation = adapted(shop, story);
        patch(
                        as(shop + "-publisher").get("/api/v1/adaptations/{id}", adaptation),
                        shop + "-publisher",
                        "{\"overrides\": {\"assets\": [\"%s\"]}}".formatted(own))
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(200);
        item(shop, story).then().body("pictures.id", is(List.of(own)));
        as(shop + "-publisher")
                .get("/api/v1/adaptations/{id}/rendering?platform=mastodon", adaptation)
                .then()
                .body("warnings.code", hasItem("picture-ends"));
        as(shop + "-publisher")
                .get("/api/v1/assets?shop={shop}&ending=30", shop)
                .then()
                .body("items.id", is(List.of(own)));
        CLOCK.set(end(last));
        item(shop, story).then().statusCode(200).body("pictures.id", is(List.of()));
        as(shop + "-publisher")
                .get("/api/v1/adaptations/{id}/rendering?platform=mastodon", adaptation)
                .then()
                .body("problems.code", hasItem("consent-ended"));
    }
}
