package nl.etalage.content.contribution;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.anonymous;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.centralGroup;
import static nl.etalage.content.Network.jpeg;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.on;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.etalage.content.Network;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop offers a story of its own, and the central group says what becomes of it. */
@QuarkusTest
class ContributionsTest {

    private static final String CONTRIBUTIONS = "/api/v1/contributions";
    private static final String ONE = CONTRIBUTIONS + "/{id}";

    private String shop;

    @BeforeEach
    void aShop() {
        centralGroup();
        shop = newShop();
    }

    private String offered(String text) {
        return offer(shop + "-contributor", "{\"shop\": \"%s\", \"text\": \"%s\"}".formatted(shop, text))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response offer(String who, String body) {
        return json(who, body).post(CONTRIBUTIONS);
    }

    private String uploaded(String metadata) {
        return as(shop + "-contributor")
                .multiPart("file", "mia.jpg", jpeg(60, 40), "image/jpeg")
                .multiPart("metadata", metadata, "application/json")
                .post("/api/v1/assets?shop={shop}", shop)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response step(String id, String action, String who, String body) {
        var request = on(as("editor").get(ONE, id), who);
        return (body == null ? request : request.contentType(ContentType.JSON).body(body)).post(ONE + "/" + action, id);
    }

    @Test
    void aTextIsEnoughAndTheShopReadsItBack() {
        Response made =
                offer(shop + "-contributor", "{\"shop\": \"%s\", \"text\": \"Mia verkoopt koffie.\"}".formatted(shop));
        made.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", CONTRIBUTIONS + "/" + made.path("id"))
                .body("state", is("offered"))
                .body("text", is("Mia verkoopt koffie."))
                .body("asset", nullValue())
                .body("story", nullValue());
        for (String role : List.of("manager", "publisher", "contributor", "webmaster")) {
            as(shop + "-" + role)
                    .get(ONE, made.<String>path("id"))
                    .then()
                    .statusCode(200)
                    .body("text", is("Mia verkoopt koffie."));
        }
    }

    @Test
    void theSameOfferSentTwiceIsOne() {
        String body = "{\"shop\": \"%s\", \"text\": \"Een keer.\"}".formatted(shop);
        String first = json(shop + "-contributor", body)
                .header("Idempotency-Key", "een-" + shop)
                .post(CONTRIBUTIONS)
                .path("id");
        json(shop + "-contributor", body)
                .header("Idempotency-Key", "een-" + shop)
                .post(CONTRIBUTIONS)
                .then()
                .statusCode(201)
                .body("id", is(first));
        as(shop + "-contributor")
                .get(CONTRIBUTIONS + "?shop={shop}", shop)
                .then()
                .body("items.id", contains(first));
    }

    @Test
    void whatIsTakenIsADraftThatNamesTheShopAndRemembersWhereItCameFrom() {
        String id = offered("Mia verkoopt *al dertig jaar* koffie.");
        Response taken = step(id, "take", "editor", "{\"type\": \"maker\"}");
        taken.then().statusCode(200).body("state", is("taken")).body("storyState", is("draft"));
        as("editor")
                .get("/api/v1/stories/{id}", taken.<String>path("story"))
                .then()
                .statusCode(200)
                .body("state", is("draft"))
                .body("type", is("maker"))
                .body("locale", is("nl"))
                .body("body", is("Mia verkoopt *al dertig jaar* koffie."))
                .body("credit", is("Wereldwinkel " + shop))
                .body("contributed.id", is(id))
                .body("contributed.shop", is(shop))
                .body("must.pointer", hasItems("/title", "/summary", "/readerValue"))
                .body("must.pointer", not(hasItem("/body")));
    }

    @Test
    void withoutAWordItIsAStoryAboutAShop() {
        String story = step(offered("Over ons."), "take", "admin", null).path("story");
        as("editor").get("/api/v1/stories/{id}", story).then().body("type", is("shop"));
    }

    @Test
    void everyShopThatReadsItInTheLibrarySeesWhoGaveIt() {
        String other = newShop();
        String id = offered("Mia verkoopt koffie.");
        String story = step(id, "take", "editor", null).path("story");
        released(story);
        as(other + "-manager")
                .get("/api/v1/library/{id}?shop={shop}", story, other)
                .then()
                .statusCode(200)
                .body("credit", is("Wereldwinkel " + shop))
                .body("body", is("Mia verkoopt koffie."));
        as(shop + "-contributor").get(ONE, id).then().body("storyState", is("released"));
    }

    private static void released(String story) {
        patch(
                        as("editor").get("/api/v1/stories/{id}", story),
                        "editor",
                        """
                        {"title": "Dertig jaar Mia", "summary": "Mia verkoopt koffie.", "readerValue": "Je kent Mia.",
                         "functions": ["identity"], "audience": ["customers"]}""")
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(200);
        act(story, "submit", "editor", null).then().statusCode(200);
        act(story, "release", "editor2", null).then().statusCode(200);
    }

    @Test
    void aStoryOfAShopIsNotReleasedWithoutNamingIt() {
        String story = step(offered("Mia."), "take", "editor", null).path("story");
        patch(as("editor").get("/api/v1/stories/{id}", story), "editor", "{\"credit\": null}")
                .patch("/api/v1/stories/{id}", story)
                .then()
                .statusCode(200)
                .body("must.find { it.pointer == '/credit' }.detail", is("Noem de winkel die dit verhaal gaf."));
    }

    @Test
    void theStoryHasThePictureAsTheNetworksAndTheShopKeepsItsOwn() {
        String picture = uploaded("{\"altText\": \"Mia achter de toonbank\"}");
        String id = offer(
                        shop + "-contributor",
                        "{\"shop\": \"%s\", \"text\": \"Mia.\", \"asset\": \"%s\"}".formatted(shop, picture))
                .path("id");
        String story = step(id, "take", "editor", null).path("story");
        String used = as("editor").get("/api/v1/stories/{id}", story).path("assets[0]");
        assertNotEquals(picture, used);
        Response own = as(shop + "-contributor").get("/api/v1/assets/{id}", picture);
        own.then().body("shop", is(shop)).body("credit", nullValue());
        as("editor")
                .get("/api/v1/assets/{id}", used)
                .then()
                .statusCode(200)
                .body("shop", nullValue())
                .body("altText", is("Mia achter de toonbank"))
                .body("credit", is("Wereldwinkel " + shop))
                .body("sha256", is(own.<String>path("sha256")));
        released(story);
        anonymous()
                .get(as(newShop() + "-manager")
                        .redirects()
                        .follow(false)
                        .get("/api/v1/assets/{id}/renditions/web-480", used)
                        .header("Location"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=3600");
    }

    @Test
    void theCentralGroupSeesAPictureThatIsOfferedAndNoOtherOfTheShop() {
        String picture = uploaded("{}");
        String id = offer(
                        shop + "-contributor",
                        "{\"shop\": \"%s\", \"text\": \"Mia.\", \"asset\": \"%s\"}".formatted(shop, picture))
                .path("id");
        for (String who : List.of("coach", shop + "-webmaster")) {
            Response place = as(who).redirects().follow(false).get(ONE + "/renditions/web-480", id);
            place.then().statusCode(302).header("Cache-Control", "private, no-store");
            anonymous()
                    .urlEncodingEnabled(false)
                    .get(place.header("Location"))
                    .then()
                    .statusCode(200)
                    .contentType("image/jpeg");
        }
        as("coach").get("/api/v1/assets/{id}", uploaded("{}")).then().statusCode(404);
        as("coach").get(ONE + "/renditions/poster", id).then().statusCode(404);
        as("coach").get(ONE + "/renditions/web", offered("Zonder.")).then().statusCode(404);
    }

    @Test
    void whatIsAskedIsAnsweredWithANewText() {
        String id = offered("Mia.");
        step(id, "ask-changes", "coach", "{\"note\": \" Hoe kwam Mia bij jullie? \"}")
                .then()
                .statusCode(200)
                .body("state", is("changes-asked"))
                .body("note", is("Hoe kwam Mia bij jullie?"));
        patch(as(shop + "-publisher").get(ONE, id), shop + "-publisher", "{\"text\": \"Mia kwam op de fiets.\"}")
                .patch(ONE, id)
                .then()
                .statusCode(200)
                .body("state", is("offered"))
                .body("text", is("Mia kwam op de fiets."))
                .body("note", is("Hoe kwam Mia bij jullie?"));
        as("editor")
                .get(CONTRIBUTIONS + "?state=offered&shop={shop}", shop)
                .then()
                .body("items.text", contains("Mia kwam op de fiets."));
    }

    @Test
    void whatWasAskedAboutStaysToBeReadBesideTheNewText() {
        String id = Network.offeredTwice(shop);
        for (String who : List.of("coach", shop + "-webmaster")) {
            as(who).get(ONE + "/texts", id)
                    .then()
                    .statusCode(200)
                    .body("items.text", contains("Mia."))
                    .body("items.asked", contains("Hoe kwam Mia bij jullie?"))
                    .body("items.contribution", contains(id))
                    .body("items.replacedAt", everyItem(notNullValue()));
        }
        as(newShop() + "-manager").get(ONE + "/texts", id).then().statusCode(404);
        as(shop + "-manager").get(ONE, id).then().body("text", is("Mia kwam op de fiets."));
    }

    @Test
    void thePictureOfAnEarlierTextIsSeenBesideIt() {
        String first = uploaded("{}");
        String id = offer(
                        shop + "-contributor",
                        "{\"shop\": \"%s\", \"text\": \"Mia.\", \"asset\": \"%s\"}".formatted(shop, first))
                .path("id");
        Network.asked(id, "Heb je een foto van haar?");
        patch(
                        as(shop + "-publisher").get(ONE, id),
                        shop + "-publisher",
                        "{\"text\": \"Mia op de fiets.\", \"asset\": null}")
                .patch(ONE, id)
                .then()
                .statusCode(200);
        Response texts = as("coach").get(ONE + "/texts", id);
        texts.then().body("items.asset", contains(first));
        String text = texts.path("items[0].id");
        String place = ONE + "/renditions/web-480?text={text}";
        for (String who : List.of("coach", shop + "-webmaster")) {
            as(who).get(ONE + "/renditions/web-480", id).then().statusCode(404);
            Response picture = as(who).redirects().follow(false).get(place, id, text);
            picture.then().statusCode(302);
            anonymous()
                    .urlEncodingEnabled(false)
                    .get(picture.header("Location"))
                    .then()
                    .statusCode(200)
                    .contentType("image/jpeg");
        }
        as(newShop() + "-manager").get(place, id, text).then().statusCode(404);
        as("coach").get(place, offered("Een ander."), text).then().statusCode(404);
        as("coach").get(place, id, id).then().statusCode(404);
    }

    @Test
    void aShopThatMendsATextNobodyAskedAboutLeavesNoneBehind() {
        String id = offered("Mia verkoopt kofie.");
        patch(as(shop + "-publisher").get(ONE, id), shop + "-publisher", "{\"text\": \"Mia verkoopt koffie.\"}")
                .patch(ONE, id)
                .then()
                .statusCode(200);
        as("editor").get(ONE + "/texts", id).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void ofManyRoundsTheNewestTwentyTextsAreKeptAndPaged() {
        String id = offered("Tekst 0");
        for (int round = 1; round <= 22; round++) {
            Network.asked(id, "Vraag " + round);
            patch(
                            as(shop + "-publisher").get(ONE, id),
                            shop + "-publisher",
                            "{\"text\": \"Tekst %d\"}".formatted(round))
                    .patch(ONE, id)
                    .then()
                    .statusCode(200);
        }
        Response first = as("editor").get(ONE + "/texts?limit=15", id);
        first.then().body("items", hasSize(15)).body("items[0].text", is("Tekst 21"));
        as("editor")
                .get(ONE + "/texts?limit=15&pageToken={token}", id, first.path("nextPageToken"))
                .then()
                .body("items", hasSize(5))
                .body("items[4].text", is("Tekst 2"))
                .body("items[4].asked", is("Vraag 3"))
                .body("nextPageToken", nullValue());
    }

    @Test
    void whatWaitsIsCountedExactlyUpToNinetyNine() {
        String count = CONTRIBUTIONS + "/count?state=offered&shop={shop}";
        as(shop + "-manager")
                .get(count, shop)
                .then()
                .statusCode(200)
                .body("count", is(0))
                .body("more", is(false));
        for (int at = 0; at < 99; at++) {
            offered("Verhaal " + at);
        }
        String last = offered("Nog een");
        as("coach").get(count, shop).then().body("count", is(99)).body("more", is(true));
        step(last, "decline", "editor", "{\"note\": \"Dubbel.\"}").then().statusCode(200);
        as("coach").get(count, shop).then().body("count", is(99)).body("more", is(false));
        as(newShop() + "-manager").get(count, shop).then().statusCode(404);
        as(shop + "-manager").get(CONTRIBUTIONS + "/count").then().statusCode(403);
        as("coach").get(CONTRIBUTIONS + "/count").then().statusCode(200).body("more", is(true));
        as("coach").get(CONTRIBUTIONS + "/count?state=soon").then().statusCode(422);
    }

    @Test
    void whoIsDeclinedHearsWhy() {
        String id = offered("Koop nu!");
        step(id, "decline", "editor", "{\"note\": \"Dit is reclame.\"}").then().statusCode(200);
        as(shop + "-contributor")
                .get(ONE, id)
                .then()
                .body("state", is("declined"))
                .body("note", is("Dit is reclame."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"note\": \"  \"}", "null"})
    void withoutAWordNobodyIsAskedOrDeclined(String body) {
        String id = offered("Mia.");
        step(id, "decline", "editor", body).then().statusCode(422).body("violations.pointer", contains("/note"));
        step(id, "ask-changes", "editor", body).then().statusCode(422).body("violations.pointer", contains("/note"));
        as("editor").get(ONE, id).then().body("state", is("offered"));
    }

    @ParameterizedTest
    @CsvSource({"take", "decline", "withdraw"})
    void whatIsSettledStaysSettled(String settling) {
        String id = offered("Mia.");
        String who = settling.equals("withdraw") ? shop + "-contributor" : "editor";
        step(id, settling, who, settling.equals("decline") ? "{\"note\": \"Nee.\"}" : null)
                .then()
                .statusCode(200);
        for (String action : List.of("take", "decline", "ask-changes", "withdraw")) {
            step(
                            id,
                            action,
                            action.equals("withdraw") ? shop + "-contributor" : "editor",
                            action.equals("take") || action.equals("withdraw") ? null : "{\"note\": \"x\"}")
                    .then()
                    .statusCode(409)
                    .body("type", is("https://etalage.nl/problems/contribution-state"));
        }
        patch(as("editor").get(ONE, id), shop + "-contributor", "{\"text\": \"Anders.\"}")
                .patch(ONE, id)
                .then()
                .statusCode(409);
    }

    @Test
    void twoEditorsDoNotMakeTwoStories() {
        String id = offered("Mia.");
        Response seen = as("editor").get(ONE, id);
        on(seen, "editor").post(ONE + "/take", id).then().statusCode(200);
        on(seen, "editor2").post(ONE + "/take", id).then().statusCode(412);
        as("editor").post(ONE + "/take", id).then().statusCode(428);
    }

    @Test
    void aCoachDoesNotBeginAStoryAndAShopDoesNotDecide() {
        String id = offered("Mia.");
        step(id, "take", "coach", null).then().statusCode(403);
        step(id, "take", shop + "-manager", null).then().statusCode(403);
        step(id, "withdraw", "editor", null).then().statusCode(403);
        step(id, "withdraw", shop + "-webmaster", null).then().statusCode(403);
        as("editor").get(ONE, id).then().body("state", is("offered"));
    }

    @Test
    void aShopListsItsOwnAndTheCentralGroupAll() {
        String other = newShop();
        String id = offered("Van ons.");
        String theirs = offer(other + "-manager", "{\"shop\": \"%s\", \"text\": \"Van hen.\"}".formatted(other))
                .path("id");
        as(shop + "-webmaster").get(CONTRIBUTIONS + "?shop={shop}", shop).then().body("items.id", contains(id));
        as("coach").get(CONTRIBUTIONS + "?limit=2").then().body("items.id", contains(theirs, id));
        as(shop + "-manager").get(CONTRIBUTIONS + "?shop={shop}", other).then().statusCode(404);
        as(shop + "-manager").get(CONTRIBUTIONS).then().statusCode(403);
        as(shop + "-manager").get(ONE, theirs).then().statusCode(404);
        as("coach")
                .get(CONTRIBUTIONS + "?state=weg")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("#state"));
    }

    @Test
    void aLongListGoesOnWhereItWas() {
        offered("Een.");
        offered("Twee.");
        offered("Drie.");
        Response page = as("editor").get(CONTRIBUTIONS + "?shop={shop}&limit=2", shop);
        page.then().body("items.text", contains("Drie.", "Twee."));
        as("editor")
                .queryParam("pageToken", page.<String>path("nextPageToken"))
                .get(CONTRIBUTIONS + "?shop={shop}&limit=2", shop)
                .then()
                .body("items.text", contains("Een."))
                .body("nextPageToken", nullValue());
    }

    @Test
    void aPictureOfAnotherShopOrOfTheNetworkIsNotTheirsToOffer() {
        String picture = uploaded("{}");
        String other = newShop();
        for (String foreign : List.of(picture, Network.picture())) {
            offer(
                            other + "-contributor",
                            "{\"shop\": \"%s\", \"text\": \"x\", \"asset\": \"%s\"}".formatted(other, foreign))
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", contains("/asset"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Wij zijn {{shop.name}}", "a\\u0000b"})
    void aTextThatCanBeNoStoryIsRefusedAtOnce(String text) {
        offer(shop + "-contributor", "{\"shop\": \"%s\", \"text\": \"%s\"}".formatted(shop, text))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/text"));
    }

    @Test
    void aTextTooLongOrNestedTooDeepIsRefusedOnce() {
        for (String text : List.of("x".repeat(20_001), ">".repeat(5_000) + " x")) {
            offer(shop + "-contributor", "{\"shop\": \"%s\", \"text\": \"%s\"}".formatted(shop, text))
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", contains("/text"));
        }
        offer(shop + "-contributor", "null").then().statusCode(422);
    }

    @Test
    void everyStepIsAnEventWithoutAWordOfTheText() {
        String id = offered("Geheimpje van Mia.");
        step(id, "ask-changes", "editor", "{\"note\": \"Vertel meer.\"}");
        String story = step(id, "take", "editor", null).path("story");
        List<Map<String, Object>> told = told("contribution/" + id);
        assertEquals(
                List.of("offered", "changes-asked", "taken"),
                told.stream().map(data -> data.get("state")).toList());
        assertEquals(
                Map.of("contribution", id, "shop", shop, "state", "taken", "story", story, "version", 3), told.get(2));
        as("admin")
                .get("/api/v1/audit/content?shop={shop}", shop)
                .then()
                .body(
                        "items.findAll { it.subject == 'contribution/%s' }.action".formatted(id),
                        contains("contribution.taken", "contribution.changes-asked", "contribution.offered"))
                .body("items.shop", everyItem(is(shop)));
    }

    /** The data of the feed's events of a subject, in order. */
    private static List<Map<String, Object>> told(String subject) {
        List<Map<String, Object>> told = new ArrayList<>();
        String last = "0";
        while (last != null) {
            List<Map<String, Object>> page = with(Tokens.service("scheduling-service"))
                    .get("/events?feed=work&lastEventId=" + last)
                    .jsonPath()
                    .getList("$");
            page.stream().filter(event -> subject.equals(event.get("subject"))).forEach(event -> told.add(data(event)));
            last = page.isEmpty() ? null : (String) page.get(page.size() - 1).get("id");
        }
        return told;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> event) {
        return (Map<String, Object>) event.get("data");
    }
}
