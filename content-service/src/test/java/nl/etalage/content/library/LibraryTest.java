package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.etalage.content.BackgroundWork;
import nl.etalage.content.Network;
import nl.etalage.content.TestSettings;
import nl.etalage.eventfeed.FeedReader;
import nl.etalage.testing.SettableClock;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LibraryTest {

    @Inject
    FeedReader feeds;

    @AfterEach
    void release() {
        TestSettings.timeGoesOn();
    }

    private static Response pull(String shop, String query) {
        return machine(shop).get("/api/v1/library?shop=" + shop + query);
    }

    private static Response item(String shop, String story) {
        return machine(shop).get("/api/v1/library/{id}?shop={shop}", story, shop);
    }

    @Test
    void theNewestComesFirstAndPagingReachesTheEndOnce() {
        String group = "lezers-" + System.nanoTime();
        String shop = newShop(group);
        List<String> stories = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            stories.add(
                    0,
                    released("\"body\": \"Tekst.\", \"type\": \"vacancy\", \"targetGroups\": [\"%s\"]"
                            .formatted(group)));
        }
        List<String> read = new ArrayList<>();
        String token = "";
        while (token != null) {
            Response page = pull(shop, "&type=vacancy&limit=2" + token);
            page.then().statusCode(200);
            read.addAll(page.path("items.id"));
            String next = page.path("nextPageToken");
            token = next == null ? null : "&pageToken=" + next;
        }
        assertEquals(stories, read.stream().filter(stories::contains).toList());
        assertEquals(read.stream().distinct().toList(), read);
    }

    @Test
    void anItemIsReadyToShow() {
        String shop = newShop();
        String picture = Network.picture();
        String story = released(
                """
                "body": "Welkom bij {{shop.name}} in **{{shop.town}}**. Bel {{shop.phone}}.<script>alert(1)</script>",
                "summary": "Van {{shop.name}}.", "link": "{{shop.website}}/koffie", "assets": ["%s"],
                "details": {"country": "Colombia", "tip": "Vraag het in {{shop.town}}"},
                "themes": ["koffie"], "channelTexts": {"mastodon": "Kort uit {{shop.town}}"}"""
                        .formatted(picture));
        item(shop, story)
                .then()
                .statusCode(200)
                .body("id", is(story))
                .body("version", is("network"))
                .body("body", startsWith("Welkom bij Wereldwinkel " + shop + " in **Zeist**."))
                .body("bodyHtml", containsString("<strong>Zeist</strong>"))
                .body("bodyHtml", not(containsString("script")))
                .body("summary", is("Van Wereldwinkel " + shop + "."))
                .body("link", is("https://" + shop + ".example/koffie"))
                .body("details.tip", is("Vraag het in Zeist"))
                .body("channelTexts.mastodon", is("Kort uit Zeist"))
                .body("missing", is(List.of("shop.phone")))
                .body("pictures[0].credit", is("Foto: Fatima"))
                .body("pictures[0].sizes.name", hasItem("web-960"))
                .body("pictures[0].sizes.url", everyItem(startsWith("http://localhost:8080/api/v1/media/")))
                .body("updated", notNullValue());
    }

    @Test
    void aStoryInEnglishIsFilledInEnglish() {
        String shop = newShop();
        String story = released("\"locale\": \"en\", \"body\": \"Open {{shop.openingHours}}. Come in!\"");
        item(shop, story).then().body("body", is("Come in!"), "missing", is(List.of("shop.openingHours")));
    }

    @Test
    void whoEditsMaySeeTheTemplatesAndAWebshopMayNot() {
        String shop = newShop();
        String story = released("\"body\": \"Bij {{shop.name}}.\"");
        String source = "/api/v1/library/%s?shop=%s&view=source".formatted(story, shop);
        as(shop + "-contributor")
                .get(source)
                .then()
                .statusCode(200)
                .body("body", is("Bij {{shop.name}}."), "bodyHtml", nullValue());
        as("editor").get(source).then().statusCode(200);
        as(shop + "-webmaster").get(source).then().statusCode(403);
        machine(shop).get(source).then().statusCode(403);
    }

    @Test
    void aShopSeesOnlyWhatIsForItsGroups() {
        String group = "noord-" + System.nanoTime();
        String north = newShop(group);
        String south = newShop("zuid");
        String story = released("\"body\": \"Alleen noord.\", \"title\": \"Noorderlicht\", \"targetGroups\": [\"%s\"]"
                .formatted(group));
        String owned = released("\"body\": \"Van noord.\", \"owner\": \"%s\"".formatted(group));
        item(north, story).then().statusCode(200);
        item(north, owned).then().statusCode(200);
        item(south, story).then().statusCode(404);
        item(south, owned).then().statusCode(404);
        pull(south, "&limit=100").then().body("items.id", not(hasItem(story)));
        pull(south, "&q=noorderlicht").then().body("items.id", not(hasItem(story)));
        pull(north, "&q=noorderlicht").then().body("items.id", hasItem(story));
        Network.json(south + "-publisher", "{\"shop\": \"%s\", \"story\": \"%s\"}".formatted(south, story))
                .post("/api/v1/adaptations")
                .then()
                .statusCode(404);
        Set<String> heard = EveryRead.events(south);
        assertTrue(!heard.contains(story) && !heard.contains(owned), heard.toString());
    }

    @Test
    void searchKnowsDutchWordForms() {
        String shop = newShop();
        String word = "zoeksel" + System.nanoTime();
        String story = released("\"body\": \"De %s plukken wij in Colombia bij de boeren.\"".formatted(word));
        pull(shop, "&q=boer " + word).then().body("items.id", is(List.of(story)));
        pull(shop, "&q=\"bij de\" -" + word).then().statusCode(200).body("items.id", not(hasItem(story)));
        pull(shop, "&q=de").then().statusCode(200);
        pull(shop, "&q=' %26 | ! ( : *").then().statusCode(200);
        pull(shop, "&q=" + "x".repeat(201)).then().statusCode(422);
    }

    @Test
    void anEmbargoEndsByItselfAndIsAnEvent() {
        String shop = newShop();
        Instant moment = SettableClock.now().plusSeconds(3_600);
        String story = released("\"body\": \"Nog even wachten.\", \"availableFrom\": \"%s\"".formatted(moment));
        Response before = pull(shop, "");
        before.then().body("items.id", not(hasItem(story)));
        item(shop, story).then().statusCode(404);
        Follower follower = Follower.ofAllSoFar(shop);

        CLOCK.set(moment);
        item(shop, story).then().statusCode(200);
        pull(shop, "").then().body("items[0].id", is(story));
        assertNotEquals(before.header("ETag"), pull(shop, "").header("ETag"));
        assertEquals("added", follower.waitsFor(story).change());
    }

    @Test
    void aStoryThatIsOverLeavesByItself() {
        String shop = newShop();
        Instant moment = SettableClock.now().plusSeconds(3_600);
        String story = released("\"body\": \"Nog even.\", \"availableUntil\": \"%s\"".formatted(moment));
        // Its moment is a second sooner, so that an answer about it may come first.
        String another =
                released("\"body\": \"Een ander.\", \"availableFrom\": \"%s\"".formatted(moment.minusSeconds(1)));
        String adaptation = adapted(shop, story);
        item(shop, story).then().statusCode(200);
        Follower follower = Follower.ofAllSoFar(shop);
        CLOCK.set(moment.minusSeconds(1));
        Response last = pull(shop, "");
        last.then().body("items.id", hasItem(story));

        CLOCK.set(moment);
        item(shop, story).then().statusCode(404);
        Follower.Told told = follower.waitsFor(story);
        assertEquals("removed expired", told.change() + " " + told.reason());
        assertEquals("added", follower.waitsFor(another).change());
        as("editor").get("/api/v1/stories/{id}", story).then().body("state", is("expired"));
        as(shop + "-publisher")
                .get("/api/v1/adaptations/{id}", adaptation)
                .then()
                .body("state", is("recalled"));
        machine(shop)
                .header("If-None-Match", last.header("ETag"))
                .get("/api/v1/library?shop={shop}", shop)
                .then()
                .statusCode(200);
        assertTrue(BackgroundWork.told("work", "story/" + story).stream()
                .anyMatch(event -> "nl.etalage.content.story.expired.v1".equals(event.get("type"))));
    }

    @Test
    void theTagChangesWithEverythingThatShows() {
        String shop = newShop();
        String picture = Network.picture();
        String story = released("\"body\": \"Bij {{shop.name}}.\", \"assets\": [\"%s\"]".formatted(picture));
        List<String> tags = new ArrayList<>();
        tags.add(pull(shop, "").header("ETag"));

        patch(as("editor").get("/api/v1/assets/{id}", picture), "editor", "{\"altText\": \"Anders\"}")
                .patch("/api/v1/assets/{id}", picture)
                .then()
                .statusCode(200);
        tags.add(pull(shop, "").header("ETag"));
        String adaptation = adapted(shop, story);
        tags.add(pull(shop, "").header("ETag"));
        patch(
                        as(shop + "-publisher").get("/api/v1/adaptations/{id}", adaptation),
                        shop + "-publisher",
                        "{\"overrides\": {\"title\": \"Eigen\"}}")
                .patch("/api/v1/adaptations/{id}", adaptation)
                .then()
                .statusCode(200);
        tags.add(pull(shop, "").header("ETag"));
        act(
                story,
                "correct",
                "editor",
                "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"summary\": \"Anders.\"}}");
        tags.add(pull(shop, "").header("ETag"));
        Network.profile(shop, 2, "\"Winkel Anders\"", "null");
        eventually(() -> item(shop, story).<String>path("body").contains("Winkel Anders"));
        tags.add(pull(shop, "").header("ETag"));

        assertEquals(tags.stream().distinct().toList(), tags);
        assertNotEquals(tags.get(tags.size() - 1), pull(shop, "&limit=10").header("ETag"));
        Response last = pull(shop, "");
        assertEquals(tags.get(tags.size() - 1), last.header("ETag"));
        last.then()
                .header("Cache-Control", "private, no-cache")
                .body("items.find { it.id == '%s' }.title".formatted(story), is("Eigen"))
                .body("items.find { it.id == '%s' }.summary".formatted(story), is("Anders."))
                .body("items.find { it.id == '%s' }.version".formatted(story), is("shop"));
    }

    @Test
    void anotherShopsVersionDoesNotShowHere() {
        String zeist = newShop();
        String utrecht = newShop();
        String story = released("\"body\": \"Van het netwerk.\"");
        String adaptation = adapted(zeist, story);
        patch(
                        as(zeist + "-publisher").get("/api/v1/adaptations/{id}", adaptation),
                        zeist + "-publisher",
                        "{\"overrides\": {\"body\": \"Van ons.\"}}")
                .patch("/api/v1/adaptations/{id}", adaptation);
        item(zeist, story).then().body("body", is("Van ons."), "adaptation", is(adaptation));
        item(utrecht, story).then().body("body", is("Van het netwerk."), "adaptation", nullValue());
        as("editor")
                .get("/api/v1/library/{id}?shop={shop}", story, zeist)
                .then()
                .statusCode(200)
                .body("body", is("Van ons."));
    }

    @Test
    void onlyWhoHasAPartInTheShopPulls() {
        String shop = newShop();
        String other = newShop();
        String path = "/api/v1/library?shop=" + shop;
        as(other + "-manager").get(path).then().statusCode(404).body("detail", containsString("bestaat niet"));
        machine(other).get(path).then().statusCode(404);
        as("stranger").get(path).then().statusCode(404);
        Network.anonymous().get(path).then().statusCode(401);
        Network.with(Tokens.machine("webshop-" + shop, "publications:write"))
                .get(path)
                .then()
                .statusCode(403);
        machine(shop).get("/api/v1/library").then().statusCode(422).body("violations[0].pointer", is("#shop"));
        machine(shop).get("/api/v1/library?shop=geen winkel").then().statusCode(404);
        machine(shop).get("/api/v1/library?shop={a}&type=gedicht", shop).then().statusCode(422);
        machine(shop).get("/api/v1/library?shop={a}&view=alles", shop).then().statusCode(422);
    }

    /** Of a few, as a machine that is busy with other things for a second proves nothing. */
    @Test
    void aReleaseReachesAWaitingWebshopWithinASecond() throws Exception {
        String shop = newShop();
        Follower follower = Follower.ofAllSoFar(shop);
        List<Duration> took = new ArrayList<>();
        while (took.size() < 5 && took.stream().noneMatch(one -> one.compareTo(Duration.ofSeconds(1)) < 0)) {
            String story = Network.draft("\"body\": \"Nieuw!\"");
            act(story, "submit", "editor", null);
            var waiting = waiting(follower, story);
            act(story, "release", "editor2", null).then().statusCode(200);
            Instant released = Instant.now();
            var told = waiting.get(30, TimeUnit.SECONDS);
            assertEquals(
                    new Follower.Told("nl.etalage.content.library.changed.v1", story, "added", null), told.getKey());
            took.add(Duration.between(released, told.getValue()));
        }
        assertTrue(took.get(took.size() - 1).compareTo(Duration.ofSeconds(1)) < 0, took.toString());
    }

    /** A follower that has begun to wait, what it hears of a story, and when. */
    private CompletableFuture<Map.Entry<Follower.Told, Instant>> waiting(Follower follower, String story) {
        int before = feeds.waiting();
        var waiting = follower.waitingFor(story).thenApply(told -> Map.entry(told, Instant.now()));
        eventually(() -> feeds.waiting() > before);
        return waiting;
    }

    @Test
    void whatTimeChangesReachesAWaitingWebshop() throws Exception {
        String shop = newShop();
        Instant moment = SettableClock.now().plusSeconds(3_600);
        String comes = released("\"body\": \"Nieuw.\", \"availableFrom\": \"%s\"".formatted(moment));
        String goes = released("\"body\": \"Oud.\", \"availableUntil\": \"%s\"".formatted(moment.plusSeconds(60)));
        Follower follower = Follower.ofAllSoFar(shop);
        var coming = waiting(follower, comes);
        CLOCK.set(moment);
        assertEquals("added", coming.get(30, TimeUnit.SECONDS).getKey().change());
        var going = waiting(follower, goes);
        CLOCK.set(moment.plusSeconds(60));
        assertEquals("removed", going.get(30, TimeUnit.SECONDS).getKey().change());
    }

    @Test
    void anAnswerToAFollowerSaysForNobodyElseWhomItIsFor() {
        String shop = newShop();
        released("\"body\": \"Eerst.\"");
        Follower follower = Follower.ofAllSoFar(shop);
        String story = released("\"body\": \"Nieuw!\"");
        machine(shop)
                .get("/api/v1/library/events?shop={shop}&lastEventId={id}", shop, follower.position())
                .then()
                .statusCode(200)
                .contentType("application/cloudevents-batch+json")
                .body("data.find { it.story == '%s' }.change".formatted(story), is("added"))
                .body("data.find { it.story == '%s' }.for".formatted(story), nullValue());
    }

    @Test
    void aWithdrawalIsARemovalWithTheReason() {
        String shop = newShop();
        String story = released("\"body\": \"Fout.\"");
        Follower follower = Follower.ofAllSoFar(shop);
        act(story, "withdraw", "editor", "{\"reason\": \"consent-withdrawn\"}")
                .then()
                .statusCode(200);
        assertEquals(List.of("removed consent-withdrawn"), follower.changes(story));
        item(shop, story).then().statusCode(404);
    }

    @Test
    void aStoryThatIsNoLongerForAShopIsRemovedThereAndChangedElsewhere() {
        String group = "rest-" + System.nanoTime();
        String stays = newShop(group);
        String leaves = newShop();
        String story = released("\"body\": \"Voor iedereen.\"");
        Follower gone = Follower.ofAllSoFar(leaves);
        Follower there = Follower.ofAllSoFar(stays);
        act(
                        story,
                        "correct",
                        "editor",
                        "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"targetGroups\": [\"%s\"]}}"
                                .formatted(group))
                .then()
                .statusCode(200);
        assertEquals(List.of("removed not-for-you"), gone.changes(story));
        assertEquals(List.of("changed"), there.changes(story));
    }

    @Test
    void aQuestionAboutEventsThatCantBeIsRefused() {
        String shop = newShop();
        for (String query : new String[] {"lastEventId=x", "lastEventId=-1", "timeout=-1", "timeout=30001"}) {
            machine(shop)
                    .get("/api/v1/library/events?shop=" + shop + "&" + query)
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", not(empty()));
        }
        machine(newShop()).get("/api/v1/library/events?shop=" + shop).then().statusCode(404);
    }
}
