package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.correct;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.on;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories that a group of shops owns: a region has a library of its own. */
@QuarkusTest
class OwnLibraryTest {

    private static final String EVENTS = "/api/v1/library/events?shop=";

    private String region;
    private String inside;
    private String outside;

    @BeforeEach
    void aRegion() {
        region = "regio-" + System.nanoTime();
        inside = newShop(region);
        outside = newShop("andere-regio");
    }

    private EveryRead story(String more) {
        String word = EveryRead.newWord();
        String id =
                released("\"body\": \"Over %s.\", \"owner\": \"%s\", \"products\": [{\"gtin\": \"4006381333931\"}]%s"
                        .formatted(word, region, more));
        return new EveryRead(id, word, "4006381333931");
    }

    private static Response events(String shop, String after) {
        return machine(shop).get(EVENTS + shop + "&lastEventId=" + after);
    }

    @Test
    void aRegionsStoryIsReadInTheRegionAndNowhereElse() {
        EveryRead story = story("");
        assertEquals(EveryRead.ALL, story.finds(inside));
        assertEquals(Set.of(), story.finds(outside));
        json(outside + "-publisher", "{\"shop\": \"%s\", \"story\": \"%s\"}".formatted(outside, story.story()))
                .post("/api/v1/adaptations")
                .then()
                .statusCode(404);
    }

    @Test
    void itsTargetGroupsAreInsideTheRegion() {
        String chosen = newShop(region, "koffieclub");
        String elsewhere = newShop("koffieclub");
        EveryRead story = story(", \"targetGroups\": [\"koffieclub\"]");
        assertEquals(EveryRead.ALL, story.finds(chosen));
        assertEquals(Set.of(), story.finds(inside));
        assertEquals(Set.of(), story.finds(elsewhere));
    }

    @Test
    void aShopChoosesTheLibraryOfItsRegionOrOfTheNetwork() {
        EveryRead own = story("");
        String theirs = released("\"body\": \"Van allen.\", \"title\": \"%s\"".formatted(own.word()));
        String asked = "/api/v1/library?q=%s&shop=%s".formatted(own.word(), inside);
        machine(inside).get(asked).then().body("items.id", containsInAnyOrder(own.story(), theirs));
        machine(inside).get(asked + "&owner=" + region).then().body("items.id", contains(own.story()));
        machine(inside).get(asked + "&owner=network").then().body("items.id", contains(theirs));
        machine(outside)
                .get("/api/v1/library?shop=%s&owner=%s".formatted(outside, region))
                .then()
                .statusCode(200)
                .body("items", empty());
        String counted = "/api/v1/library/facets?q=%s&shop=".formatted(own.word());
        String owners = "facets.find { it.name == 'owner' }.values.value";
        machine(inside).get(counted + inside).then().body(owners, containsInAnyOrder(region, "network"));
        machine(outside).get(counted + outside).then().body(owners, contains("network"));
    }

    @Test
    void aStoryThatTheRegionTakesOverLeavesTheOthers() {
        String story = released("\"body\": \"Van allen.\"");
        String stays = EveryRead.end(inside);
        String leaves = EveryRead.end(outside);
        correct(story, "\"owner\": \"%s\"".formatted(region));
        events(inside, stays).then().body("data.change", contains("changed"));
        events(outside, leaves)
                .then()
                .body("data.change", contains("removed"))
                .body("data.reason", contains("not-for-you"));
        String before = EveryRead.end(outside);
        correct(story, "\"summary\": \"Alleen wij nog.\"");
        act(story, "withdraw", "editor", "{\"reason\": \"mistake\"}").then().statusCode(200);
        events(inside, stays).then().body("data.change", contains("changed", "changed", "removed"));
        machine(outside)
                .get("/api/v1/library/{id}?shop={shop}", story, outside)
                .then()
                .statusCode(404);
        // What it once had it hears the end of, and nothing of what it says now.
        events(outside, before).then().body("data.change", not(hasItem("changed")));
    }

    @Test
    void whoMadeItTheirsSeesNothingOfWhatItBecomesForOthers() {
        String story = released("\"body\": \"Voor allen.\"");
        String adaptation = adapted(outside, story);
        correct(story, "\"owner\": \"%s\", \"body\": \"Alleen voor de regio.\"".formatted(region));
        String path = "/api/v1/adaptations/" + adaptation;
        as(outside + "-publisher").get(path).then().statusCode(200).body("sourceUpdate", is(false));
        as(outside + "-publisher")
                .get(path + "/source-update")
                .then()
                .statusCode(200)
                .body("to", is(1))
                .body("fields", empty());
        as(outside + "-publisher")
                .get(path + "/rendering?platform=mastodon")
                .then()
                .statusCode(200)
                .body("text", is("Voor allen."))
                .body("problems.code", hasItem("story-not-available"));
        as(outside + "-manager")
                .get("/api/v1/exports/content?limit=100&shop=" + outside)
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'story' }.data.body", is("Voor allen."))
                .body("items.find { it.kind == 'story' }.data.revision", is(1));
        on(as(outside + "-publisher").get(path), outside + "-publisher")
                .post(path + "/source-update")
                .then()
                .statusCode(404);
    }

    /** A region's people tell what they have by what they offer; the central group writes and releases. */
    @Test
    void itIsWrittenAndReleasedByTheCentralGroupAndByNobodyOfAShop() {
        String story = draft("\"body\": \"x\", \"owner\": \"%s\"".formatted(region));
        for (String role : new String[] {"manager", "publisher", "contributor", "webmaster"}) {
            String who = inside + "-" + role;
            as(who).get("/api/v1/stories/{id}", story).then().statusCode(404);
            as(who).get("/api/v1/stories/{id}/preview?shop={shop}", story, inside)
                    .then()
                    .statusCode(404);
            json(who, "{\"type\": \"tip\", \"owner\": \"%s\"}".formatted(region))
                    .post("/api/v1/stories")
                    .then()
                    .statusCode(403);
        }
        act(story, "submit", "editor", null).then().statusCode(200);
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        on(seen, inside + "-manager")
                .post("/api/v1/stories/{id}/release", story)
                .then()
                .statusCode(404);
        act(story, "release", "coach", null).then().statusCode(200).body("owner", is(region));
    }

    @Test
    void aGroupIsNamedByItsSlug() {
        for (String owner : new String[] {"Regio Midden", "a".repeat(61), "regio+midden", "*"}) {
            json("editor", "{\"type\": \"tip\", \"owner\": \"%s\"}".formatted(owner))
                    .post("/api/v1/stories")
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", contains("/owner"));
        }
    }
}
