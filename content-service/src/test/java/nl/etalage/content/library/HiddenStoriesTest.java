package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.correct;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.picture;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import nl.etalage.content.TestSettings;
import nl.etalage.content.productkey.Gtin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever keeps a story from a shop keeps it everywhere: no list, count, feed, key, event or guessed id tells of it. */
@QuarkusTest
class HiddenStoriesTest {

    private static final AtomicLong NUMBER = new AtomicLong(850_000_000_000L);

    @AfterEach
    void timeGoesOn() {
        TestSettings.timeGoesOn();
    }

    private static String gtin() {
        long number = NUMBER.incrementAndGet();
        return IntStream.range(0, 10)
                .mapToObj(check -> number + String.valueOf(check))
                .filter(written -> Gtin.of(written).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** What a story is, beside a word and a product of its own. */
    private record Made(String word, String gtin) {

        static Made anew() {
            return new Made(EveryRead.newWord(), HiddenStoriesTest.gtin());
        }

        String members(String more) {
            return "\"type\": \"product\", \"body\": \"Over %s.\", \"products\": [{\"gtin\": \"%s\"}]%s"
                    .formatted(word, gtin, more);
        }

        EveryRead found(String id) {
            return new EveryRead(id, word, gtin);
        }
    }

    /** Sooner than people may not write any more because nothing is heard of who may what. */
    private static Instant soon() {
        return CLOCK.instant().plusSeconds(200);
    }

    private static EveryRead hidden(String why) {
        Made made = Made.anew();
        String elsewhere = "elders-" + System.nanoTime();
        String embargo = ", \"availableFrom\": \"%s\"".formatted(soon());
        String id =
                switch (why) {
                    case "draft", "in review", "returned" -> draft(made.members(""));
                    case "for another group" -> released(made.members(", \"targetGroups\": [\"" + elsewhere + "\"]"));
                    case "of another region" -> released(made.members(", \"owner\": \"" + elsewhere + "\""));
                    default -> released(made.members(embargo));
                };
        switch (why) {
            case "in review" -> act(id, "submit", "editor", null).then().statusCode(200);
            case "returned" -> {
                act(id, "submit", "editor", null).then().statusCode(200);
                act(id, "return", "editor2", "{\"note\": \"Nog niet\"}").then().statusCode(200);
            }
            case "corrected before its time" -> correct(id, "\"summary\": \"Beter.\"");
            case "another group's before its time" -> correct(id, "\"targetGroups\": [\"" + elsewhere + "\"]");
            case "withdrawn before its time" ->
                act(id, "withdraw", "editor", "{\"reason\": \"mistake\"}")
                        .then()
                        .statusCode(200);
            default -> {}
        }
        return made.found(id);
    }

    private static String refusal(Response answer, String id) {
        return answer.then().statusCode(404).extract().asString().replace(id, "ID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft",
                "in review",
                "returned",
                "for another group",
                "of another region",
                "before its time",
                "corrected before its time",
                "another group's before its time",
                "withdrawn before its time"
            })
    void whatIsNotForAShopIsNowhereAndAGuessedIdIsLikeNone(String why) {
        String shop = newShop();
        released("\"body\": \"Voor allen.\"");
        EveryRead story = hidden(why);
        assertEquals(Set.of(), story.finds(shop), why);
        String none = UUID.randomUUID().toString();
        for (String path : new String[] {"/api/v1/library/{id}?shop=", "/api/v1/library/{id}?view=source&shop="}) {
            assertEquals(
                    refusal(as(shop + "-publisher").get(path + shop, none), none),
                    refusal(as(shop + "-publisher").get(path + shop, story.story()), story.story()));
        }
        String adapt = "{\"shop\": \"%s\", \"story\": \"%s\"}";
        assertEquals(
                refusal(json(shop + "-publisher", adapt.formatted(shop, none)).post("/api/v1/adaptations"), none),
                refusal(
                        json(shop + "-publisher", adapt.formatted(shop, story.story()))
                                .post("/api/v1/adaptations"),
                        story.story()));
    }

    @Test
    void whatWasThereAndIsNotAnyMoreIsAnEventAndNothingElse() {
        Set<String> onlyTold = Set.of("events");
        String shop = newShop();
        Made withdrawn = Made.anew();
        EveryRead one = withdrawn.found(released(withdrawn.members("")));
        assertEquals(EveryRead.ALL, one.finds(shop));
        act(one.story(), "withdraw", "editor", "{\"reason\": \"safety\"}")
                .then()
                .statusCode(200);
        assertEquals(onlyTold, one.finds(shop));

        Made over = Made.anew();
        Instant end = soon();
        EveryRead two = over.found(released(over.members(", \"availableUntil\": \"%s\"".formatted(end))));
        assertEquals(EveryRead.ALL, two.finds(shop));
        CLOCK.set(end);
        assertEquals(onlyTold, two.finds(shop));
    }

    @Test
    void whatIsUnderEmbargoAppearsEverywhereWhenItsMomentComes() {
        String shop = newShop();
        Made made = Made.anew();
        Instant moment = soon();
        EveryRead story = made.found(released(made.members(", \"availableFrom\": \"%s\"".formatted(moment))));
        CLOCK.set(moment.minusMillis(1));
        assertEquals(Set.of(), story.finds(shop));
        CLOCK.set(moment);
        eventually(() -> story.finds(shop).equals(EveryRead.ALL));
    }

    @Test
    void aPictureOfAStoryThatIsNotForAShopIsNotItsToRead() {
        String shop = newShop();
        String picture = picture();
        String group = "foto-" + System.nanoTime();
        String inside = newShop(group);
        released("\"body\": \"x\", \"assets\": [\"%s\"], \"targetGroups\": [\"%s\"]".formatted(picture, group));
        as(inside + "-manager").get("/api/v1/assets/{id}", picture).then().statusCode(200);
        String none = UUID.randomUUID().toString();
        assertEquals(
                refusal(as(shop + "-manager").get("/api/v1/assets/{id}", none), none),
                refusal(as(shop + "-manager").get("/api/v1/assets/{id}", picture), picture));
        String rendition = "/api/v1/assets/{id}/renditions/web";
        as(shop + "-manager")
                .redirects()
                .follow(false)
                .get(rendition, picture)
                .then()
                .statusCode(404);
        as(inside + "-manager")
                .redirects()
                .follow(false)
                .get(rendition, picture)
                .then()
                .statusCode(302);
    }

    @Test
    void aCampaignTellsAShopOfTheStoriesThatAreForIt() {
        String group = "campagne-" + System.nanoTime();
        String inside = newShop(group);
        String outside = newShop();
        String forAll = released("\"body\": \"x\"");
        String forGroup = released("\"body\": \"x\", \"targetGroups\": [\"%s\"]".formatted(group));
        String later = released("\"body\": \"x\", \"availableFrom\": \"%s\"".formatted(soon()));
        String campaign = json(
                        "editor",
                        """
                        {"name": "Lente", "startsOn": "2026-01-01", "endsOn": "2099-06-30", "stories": ["%s", "%s", "%s"],
                         "tasks": [{"date": "2099-02-01", "title": "Plaats het geheim", "story": "%s"},
                                   {"date": "2099-02-02", "title": "Hang de poster op"},
                                   {"date": "2099-02-03", "title": "Plaats het later", "story": "%s"},
                                   {"date": "2099-02-04", "title": "Plaats dit", "story": "%s"}]}"""
                                .formatted(forAll, forGroup, later, forGroup, later, forAll))
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        machine(outside)
                .get("/api/v1/library?shop={shop}&campaign={id}", outside, campaign)
                .then()
                .body("items.id", is(java.util.List.of(forAll)));
        machine(inside)
                .get("/api/v1/library?shop={shop}&campaign={id}", inside, campaign)
                .then()
                .body("items.id", hasItem(forGroup));
        for (Response told : new Response[] {
            as(outside + "-contributor").get("/api/v1/campaigns/{id}", campaign),
            machine(outside).get("/api/v1/campaigns?limit=100")
        }) {
            told.then().statusCode(200);
            assertFalse(told.asString().contains(forGroup), "a story for another group");
            assertFalse(told.asString().contains(later), "a story under embargo");
            assertFalse(told.asString().contains("geheim"), "what to do with a story for another group");
            assertFalse(told.asString().contains("later"), "what to do with a story under embargo");
        }
        as(outside + "-contributor")
                .get("/api/v1/campaigns/{id}", campaign)
                .then()
                .body("tasks.title", contains("Hang de poster op", "Plaats dit"));
        machine(inside)
                .get("/api/v1/campaigns/{id}", campaign)
                .then()
                .body("tasks.title", contains("Plaats het geheim", "Hang de poster op", "Plaats dit"));
        as("coach")
                .get("/api/v1/campaigns/{id}", campaign)
                .then()
                .body("tasks.title", hasSize(4), "tasks.story", hasItems(forGroup, later));
    }
}
