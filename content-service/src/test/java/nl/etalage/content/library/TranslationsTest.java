package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.newShopIn;
import static nl.etalage.content.Network.on;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.Network.speaks;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.content.TestSettings;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A story in several languages: a shop has one of them, everywhere. */
@QuarkusTest
class TranslationsTest {

    private static final String GTIN = "4006381333931";
    private static final String EVENTS = "/api/v1/library/events?shop=";

    @Inject
    DataSource application;

    private final String word = EveryRead.newWord();

    @AfterEach
    void timeGoesOn() {
        TestSettings.timeGoesOn();
    }

    private String members(String locale, String more) {
        return "\"locale\": \"%s\", \"body\": \"Over %s.\", \"products\": [{\"gtin\": \"%s\"}]%s"
                .formatted(locale, word, GTIN, more);
    }

    private String first(String locale) {
        return released(members(locale, ""));
    }

    private String translation(String original, String locale, String more) {
        return released(members(locale, ", \"translationOf\": \"%s\"%s".formatted(original, more)));
    }

    private EveryRead read(String story) {
        return new EveryRead(story, word, GTIN);
    }

    private Response listed(String shop) {
        return machine(shop).get("/api/v1/library?q=%s&shop=%s".formatted(word, shop));
    }

    /** What a follower has that takes in every event from the start. */
    private static Set<String> followed(String shop) {
        Map<String, String> last = new HashMap<>();
        String after = "";
        List<String> ids;
        do {
            Response page = machine(shop).get(EVENTS + shop + after);
            ids = page.path("id");
            List<String> stories = page.path("data.story");
            List<String> changes = page.path("data.change");
            for (int at = 0; at < ids.size(); at++) {
                last.put(stories.get(at), changes.get(at));
            }
            after = ids.isEmpty() ? "" : "&lastEventId=" + ids.get(ids.size() - 1);
        } while (!ids.isEmpty());
        last.values().removeIf("removed"::equals);
        return last.keySet();
    }

    private void has(String shop, String story, String... not) {
        listed(shop).then().statusCode(200).body("items.id", contains(story));
        assertTrue(followed(shop).contains(story), "a follower of " + shop + " has " + story);
        for (String other : not) {
            assertTrue(!followed(shop).contains(other), "a follower of " + shop + " has not " + other);
        }
    }

    @Test
    void eachShopHasItInItsOwnLanguageInEveryListAndTheOtherByItsId() {
        String dutch = first("nl");
        String english = translation(dutch, "en", "");
        String zeist = newShop();
        String london = newShopIn("en-GB");
        assertEquals(EveryRead.ALL, read(dutch).finds(zeist));
        assertEquals(EveryRead.ALL, read(english).finds(london));
        // That it is not theirs is an event; by its id it answers, as it is no secret.
        assertEquals(Set.of("count", "item", "events"), read(english).finds(zeist));
        assertEquals(Set.of("count", "item", "events"), read(dutch).finds(london));
        has(zeist, dutch, english);
        has(london, english, dutch);
        for (String shop : List.of(zeist, london)) {
            machine(shop)
                    .get("/api/v1/library/facets?q=%s&shop=%s".formatted(word, shop))
                    .then()
                    .body("total.count", is(1))
                    .body(
                            "facets.find { it.name == 'locale' }.values.value",
                            contains(shop.equals(zeist) ? "nl" : "en"));
        }
    }

    @Test
    void whoReadsNeitherHasItInTheNetworksLanguage() {
        String english = first("en");
        String dutch = translation(english, "nl", "");
        String german = translation(english, "de", "");
        has(newShopIn("fr"), dutch, english, german);
        has(newShopIn("de-AT"), german, english, dutch);
    }

    @Test
    void withoutOneInTheNetworksLanguageItIsTheFirst() {
        String english = first("en");
        String german = translation(english, "de", "");
        has(newShopIn("fr"), english, german);
    }

    @Test
    void aTranslationThatComesTakesThePlaceAndOneThatGoesGivesItBack() {
        String london = newShopIn("en");
        String zeist = newShop();
        String dutch = first("nl");
        has(london, dutch);
        Response before = machine(london).get("/api/v1/library?shop=" + london);
        String after = EveryRead.end(london);
        String english = translation(dutch, "en", "");
        has(london, english, dutch);
        has(zeist, dutch, english);
        assertNotEquals(
                before.header("ETag"),
                machine(london).get("/api/v1/library?shop=" + london).header("ETag"));
        machine(london)
                .get(EVENTS + london + "&include=story&lastEventId=" + after)
                .then()
                .body("data.story", containsInAnyOrder(dutch, english))
                .body("data.find { it.story == '%s' }.reason".formatted(dutch), is("other-language"))
                .body("data.find { it.story == '%s' }.item.title".formatted(english), startsWith("De vrouwen"));

        act(english, "withdraw", "editor", "{\"reason\": \"mistake\"}").then().statusCode(200);
        has(london, dutch, english);
        has(zeist, dutch, english);
    }

    @Test
    void aTranslationForOthersOrForLaterTakesNobodysPlace() {
        String group = "taal-" + System.nanoTime();
        String inside = newShopIn("en", group);
        String outside = newShopIn("en");
        String dutch = first("nl");
        Instant moment = SettableClock.now().plusSeconds(3_600);
        String english = translation(
                dutch, "en", ", \"targetGroups\": [\"%s\"], \"availableFrom\": \"%s\"".formatted(group, moment));
        has(inside, dutch, english);
        has(outside, dutch, english);
        CLOCK.set(moment);
        eventually(() -> followed(inside).contains(english));
        has(inside, english, dutch);
        has(outside, dutch, english);
        machine(outside)
                .get("/api/v1/library/{id}?shop={shop}", english, outside)
                .then()
                .statusCode(404);
        assertTrue(!EveryRead.events(outside).contains(english), "it never hears of what is for others");
    }

    @Test
    void aTranslationThatIsOverGivesThePlaceBack() {
        String london = newShopIn("en");
        String dutch = first("nl");
        Instant moment = SettableClock.now().plusSeconds(3_600);
        String english = translation(dutch, "en", ", \"availableUntil\": \"%s\"".formatted(moment));
        has(london, english, dutch);
        CLOCK.set(moment);
        eventually(() -> followed(london).contains(dutch) && !followed(london).contains(english));
        has(london, dutch, english);
    }

    @Test
    void aShopThatTurnsToAnotherLanguageReadsAnew() {
        String dutch = first("nl");
        String english = translation(dutch, "en", "");
        String shop = newShop();
        String after = EveryRead.end(shop);
        speaks(shop, 2, "en");
        machine(shop)
                .get(EVENTS + shop + "&lastEventId=" + after)
                .then()
                .body("type", contains("nl.etalage.content.library.reset.v1"));
        listed(shop).then().body("items.id", contains(english));
    }

    @Test
    void aTranslationIsOfAFirstStoryInALanguageOfItsOwn() {
        String dutch = first("nl");
        String english = translation(dutch, "en", "");
        refused("{\"type\": \"tip\", \"translationOf\": \"%s\"}".formatted(UUID.randomUUID()), "/translationOf");
        refused(
                "{\"type\": \"tip\", \"translationOf\": \"%s\", \"locale\": \"de\"}".formatted(english),
                "/translationOf");
        refused("{\"type\": \"tip\", \"translationOf\": \"%s\", \"locale\": \"nl\"}".formatted(dutch), "/locale");
        refused("{\"type\": \"tip\", \"translationOf\": \"%s\", \"locale\": \"en\"}".formatted(dutch), "/locale");
        json("editor", "{\"type\": \"tip\", \"translationOf\": \"geen\"}")
                .post("/api/v1/stories")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/translationOf"));
        String other = draft("\"body\": \"x\"");
        Response seen = as("editor").get("/api/v1/stories/{id}", other);
        patch(seen, "editor", "{\"translationOf\": \"%s\"}".formatted(other))
                .patch("/api/v1/stories/{id}", other)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/translationOf"));
        act(dutch, "correct", "editor", "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"locale\": \"en\"}}")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/changes/locale"));
        as("editor")
                .get("/api/v1/stories?translationOf={id}", dutch)
                .then()
                .statusCode(200)
                .body("items.id", contains(english), "items.translationOf", contains(dutch));
    }

    private static void refused(String story, String pointer) {
        json("editor", story)
                .post("/api/v1/stories")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains(pointer));
    }

    @Test
    void twoDraftsInOneLanguageAreNotBothReleased() {
        String dutch = first("nl");
        String english = translation(dutch, "en", "");
        String copy = on(as("editor").get("/api/v1/stories/{id}", english), "editor")
                .post("/api/v1/stories/{id}/revisions/1/restore", english)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act(copy, "submit", "editor", null).then().statusCode(422).body("violations.pointer", hasItem("/locale"));
        act(english, "withdraw", "editor", "{\"reason\": \"mistake\"}").then().statusCode(200);
        act(copy, "submit", "editor", null).then().statusCode(200);
        act(copy, "release", "editor2", null).then().statusCode(200);
        has(newShopIn("en"), copy, english, dutch);
    }

    @Test
    void siblingsAreFoundOnlyForStoriesThatHaveThem() throws SQLException {
        List<String> plan = plan(
                """
                EXPLAIN SELECT i.story FROM library_listed_to('zeist', now()) i
                WHERE (i.appeared_at, i.story) < (now(), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                ORDER BY i.appeared_at DESC, i.story DESC LIMIT 26""");
        String walk = String.join("\n", plan);
        assertTrue(walk.contains("library_item_newest"), walk);
        assertTrue(walk.contains("(translation_set IS NULL) OR"), walk);
        assertTrue(walk.contains("library_item_siblings"), walk);
        assertTrue(!walk.contains("Function Scan"), walk);
    }

    private List<String> plan(String sql) throws SQLException {
        try (Connection connection = application.getConnection();
                PreparedStatement set = connection.prepareStatement(
                        "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off");
                PreparedStatement select = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            try {
                set.execute();
                List<String> lines = new java.util.ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        lines.add(row.getString(1));
                    }
                }
                return lines;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
