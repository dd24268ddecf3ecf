package nl.etalage.content.library;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.assortment;
import static nl.etalage.content.Network.correct;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import nl.etalage.content.productkey.Gtin;
import nl.etalage.eventfeed.FeedReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories that are only for shops that sell what they are about. */
@QuarkusTest
class OnlyStockedTest {

    private static final AtomicLong NUMBER = new AtomicLong(860_000_000_000L);
    private static final String EVENTS = "/api/v1/library/events?shop=";
    private static final String RESET = "nl.etalage.content.library.reset.v1";

    @Inject
    javax.sql.DataSource application;

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    @Inject
    FeedReader feeds;

    @BeforeEach
    void everybodyHasSomething() {
        released("\"body\": \"Voor allen.\"");
    }

    /** A GTIN-13 that no other test uses. */
    private static String gtin() {
        long number = NUMBER.incrementAndGet();
        return IntStream.range(0, 10)
                .mapToObj(check -> number + String.valueOf(check))
                .filter(written -> Gtin.of(written).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static EveryRead story(String more) {
        String gtin = gtin();
        String word = EveryRead.newWord();
        String id = released(
                "\"type\": \"product\", \"onlyStocked\": true, \"body\": \"Over %s.\", \"products\": [{\"gtin\": \"%s\"}]%s"
                        .formatted(word, gtin, more));
        return new EveryRead(id, word, gtin);
    }

    private void stocks(String shop, int version, String products) {
        assortment(shop, version, products);
        eventually(() -> number("SELECT max(fetched_version) FROM assortment WHERE shop = ?", shop) == version);
    }

    private String seller(String gtin, String... groups) {
        String shop = newShop(groups);
        stocks(shop, 1, "{\"item\": \"a\", \"gtin\": \"0%s\"}".formatted(gtin));
        return shop;
    }

    private long number(String sql, String shop) {
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, shop);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Response events(String shop, String after) {
        return machine(shop).get(EVENTS + shop + "&lastEventId=" + after);
    }

    private static Response item(String shop, String story) {
        return machine(shop).get("/api/v1/library/{id}?shop={shop}", story, shop);
    }

    @Test
    void whoSellsItFindsItEverywhereAndNobodyElseAnywhere() {
        EveryRead story = story("");
        String sells = seller(story.gtin());
        String sellsOther = seller(gtin());
        String saysNothing = newShop();
        assertEquals(EveryRead.ALL, story.finds(sells));
        assertEquals(Set.of(), story.finds(sellsOther));
        assertEquals(Set.of(), story.finds(saysNothing));
        for (String who : new String[] {sellsOther, saysNothing}) {
            json(who + "-publisher", "{\"shop\": \"%s\", \"story\": \"%s\"}".formatted(who, story.story()))
                    .post("/api/v1/adaptations")
                    .then()
                    .statusCode(404);
        }
        json(sells + "-publisher", "{\"shop\": \"%s\", \"story\": \"%s\"}".formatted(sells, story.story()))
                .post("/api/v1/adaptations")
                .then()
                .statusCode(201);
    }

    /** The central group looks along in each library, and sees what that shop sees. */
    @Test
    void theCentralGroupLooksAlongWithEachShop() {
        EveryRead story = story("");
        String sells = seller(story.gtin());
        String other = newShop();
        String path = "/api/v1/library/{id}?shop={shop}";
        as("editor").get(path, story.story(), sells).then().statusCode(200).body("id", is(story.story()));
        as("editor").get(path, story.story(), other).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
            "sku": "N-1#"                                     | "sku": "n-1#"
            "supplier": "Import #", "article": "Ä 12"         | "supplier": "IMPORT #", "article": "a 12"
            "brand": "Merk #", "article": "12"                | "brand": "merk #", "article": "12", "sku": "eigen"
            "brand": "Merk #"                                 | "brand": "MERK #", "sku": "eigen"
            "supplier": "Import #"                            | "supplier": "import #", "article": "7"
            """)
    void anyKeyOfOneOfItsProductsIsEnough(String about, String sold) {
        String mine = EveryRead.newWord();
        String story = released(
                "\"type\": \"product\", \"onlyStocked\": true, \"body\": \"x\", \"products\": [{\"gtin\": \"%s\"}, {%s}]"
                        .formatted(gtin(), about.replace("#", mine)));
        String shop = newShop();
        stocks(shop, 1, "{\"item\": \"a\", %s}".formatted(sold.replace("#", "anders")));
        item(shop, story).then().statusCode(404);
        stocks(shop, 2, "{\"item\": \"a\", %s}".formatted(sold.replace("#", mine)));
        item(shop, story).then().statusCode(200).body("id", is(story));
    }

    @Test
    void whenTheShopStartsOrStopsSellingItsLibraryFollows() {
        EveryRead story = story("");
        String shop = newShop();
        stocks(shop, 1, "{\"item\": \"a\", \"sku\": \"iets\"}");
        String after = EveryRead.end(shop);
        Response before = machine(shop).get("/api/v1/library?shop=" + shop);

        stocks(shop, 2, "{\"item\": \"a\", \"gtin\": \"%s\"}".formatted(story.gtin()));
        Response told = events(shop, after);
        told.then().body("type", contains(RESET));
        assertEquals(EveryRead.ALL, story.finds(shop));
        Response with = machine(shop).get("/api/v1/library?shop=" + shop);
        assertNotEquals(before.header("ETag"), with.header("ETag"));
        events(shop, told.path("[0].id")).then().body("$", empty());

        stocks(shop, 3, "{\"item\": \"a\", \"sku\": \"iets\"}");
        Response again = events(shop, told.path("[0].id"));
        again.then().body("type", contains(RESET));
        assertEquals(Set.of(), story.finds(shop));
        machine(shop)
                .header("If-None-Match", with.header("ETag"))
                .get("/api/v1/library?shop=" + shop)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(story.story())));
        events(shop, again.path("[0].id")).then().body("$", empty());
    }

    @Test
    void aShopThatChangesWhatNoStoryIsOnlyForIsNotToldToReadAnew() {
        String shop = newShop();
        String gtin = gtin();
        released("\"body\": \"x\", \"products\": [{\"gtin\": \"%s\"}]".formatted(gtin));
        stocks(shop, 1, "{\"item\": \"a\", \"sku\": \"iets\"}");
        String after = EveryRead.end(shop);
        String tag = machine(shop).get("/api/v1/library?shop=" + shop).header("ETag");
        stocks(shop, 2, "{\"item\": \"a\", \"gtin\": \"%s\"}".formatted(gtin));
        events(shop, after).then().body("$", empty());
        assertEquals(tag, machine(shop).get("/api/v1/library?shop=" + shop).header("ETag"));
    }

    @Test
    void aStoryThatBecomesForItsSellersLeavesTheOthersAndComesBackToThem() {
        String gtin = gtin();
        String sells = seller(gtin);
        String other = newShop();
        String story = released("\"body\": \"x\", \"products\": [{\"gtin\": \"%s\"}]".formatted(gtin));
        item(other, story).then().statusCode(200);
        String seller = EveryRead.end(sells);
        String rest = EveryRead.end(other);

        correct(story, "\"onlyStocked\": true");
        events(sells, seller).then().body("data.change", contains("changed"));
        events(other, rest)
                .then()
                .body("data.change", contains("removed"))
                .body("data.reason", contains("not-for-you"))
                .body("data.item", contains((Object) null));
        item(other, story).then().statusCode(404);
        item(sells, story).then().statusCode(200);

        correct(story, "\"onlyStocked\": false");
        events(other, EveryRead.end(other)).then().body("$", empty());
        item(other, story).then().statusCode(200);
        events(other, rest).then().body("data.change", hasItem("changed"));
    }

    @Test
    void ofAWithdrawalOnlyWhoSellsItHears() {
        EveryRead story = story("");
        String sells = seller(story.gtin());
        String other = seller(gtin());
        String seller = EveryRead.end(sells);
        act(story.story(), "withdraw", "editor", "{\"reason\": \"safety\"}")
                .then()
                .statusCode(200);
        events(sells, seller)
                .then()
                .body("data.story", contains(story.story()))
                .body("data.change", contains("removed"))
                .body("data.reason", contains("safety"));
        assertEquals(Set.of(), story.finds(other));
    }

    @Test
    void aStoryThatTurnsToAnotherProductLeavesWhoSellsTheFirst() {
        EveryRead story = story("");
        String second = gtin();
        String sellsFirst = seller(story.gtin());
        String sellsSecond = seller(second);
        String first = EveryRead.end(sellsFirst);
        String other = EveryRead.end(sellsSecond);
        correct(story.story(), "\"products\": [{\"gtin\": \"%s\"}]".formatted(second));
        events(sellsFirst, first).then().body("data.change", contains("removed"));
        events(sellsSecond, other).then().body("data.change", hasItem("changed"));
        item(sellsFirst, story.story()).then().statusCode(404);
        item(sellsSecond, story.story()).then().statusCode(200);
    }

    @Test
    void whoWaitsIsNotWokenByWhatIsNotForIt() throws Exception {
        String gtin = gtin();
        String sells = seller(gtin);
        String other = newShop();
        String story = submitted(
                "\"type\": \"product\", \"onlyStocked\": true, \"body\": \"x\", \"products\": [{\"gtin\": \"%s\"}]"
                        .formatted(gtin));
        String forAll = submitted("\"body\": \"Voor allen.\"");
        Follower seller = Follower.ofAllSoFar(sells);
        Follower rest = Follower.ofAllSoFar(other);
        int before = feeds.waiting();
        CompletableFuture<Follower.Told> waiting = seller.waitingFor(story);
        CompletableFuture<Follower.Told> inVain = rest.waitingFor(forAll);
        eventually(() -> feeds.waiting() >= before + 2);
        act(story, "release", "editor2", null).then().statusCode(200);
        assertEquals("added", waiting.get(30, TimeUnit.SECONDS).change());
        act(forAll, "release", "editor2", null).then().statusCode(200);
        assertEquals("added", inVain.get(30, TimeUnit.SECONDS).change());
        assertEquals(List.of(forAll), rest.stories(story, forAll));
    }

    private static String submitted(String members) {
        String id = draft(members);
        act(id, "submit", "editor", null).then().statusCode(200);
        return id;
    }

    @Test
    void aGroupsStoryForSellersIsForSellersOfThatGroup() {
        String group = "verkoopt-" + System.nanoTime();
        EveryRead story = story(", \"targetGroups\": [\"%s\"]".formatted(group));
        assertEquals(EveryRead.ALL, story.finds(seller(story.gtin(), group)));
        assertEquals(Set.of(), story.finds(seller(story.gtin())));
        assertEquals(Set.of(), story.finds(newShop(group)));
    }

    @Test
    void withoutAProductItWouldBeForNobodyAndCantBeOffered() {
        String story = draft("\"body\": \"x\", \"onlyStocked\": true");
        act(story, "submit", "editor", null)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/products"))
                .body(
                        "violations.detail",
                        contains("Zeg om welke producten het gaat. Nu ziet geen winkel het verhaal."));
        json("editor", "{\"type\": \"tip\", \"onlyStocked\": \"ja\"}")
                .post("/api/v1/stories")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/onlyStocked"));
    }

    @Test
    void fieldsThatAreEmptyAreListedOfItsSellersOnly() {
        String group = "leeg-" + System.nanoTime();
        String gtin = gtin();
        String sells = seller(gtin, group);
        newShop(group);
        String story = draft(
                "\"body\": \"Bel {{shop.phone}}.\", \"targetGroups\": [\"%s\"], \"onlyStocked\": true, \"products\": [{\"gtin\": \"%s\"}]"
                        .formatted(group, gtin));
        as("editor")
                .get("/api/v1/stories/{id}/empty-fields", story)
                .then()
                .statusCode(200)
                .body("items.shop", contains(sells));
    }

    @Test
    void aTransactionThatDidNotEnterTheShopSeesNoneOfThem() throws SQLException {
        EveryRead story = story("");
        String shop = seller(story.gtin());
        String sql = "SELECT count(*) FROM library_visible_to('%s', now() + interval '1 day') WHERE story = '%s'"
                .formatted(shop, story.story());
        assertEquals(List.of("0"), lines("x", sql));
        assertEquals(List.of("1"), lines(shop, sql));
    }

    /** A story without the flag costs a look at one column of its own row. */
    @Test
    void theNewestAreReadAlongTheIndexHoweverManyThereAre() throws SQLException {
        String plan = String.join(
                "\n",
                lines(
                        "zeist",
                        """
                        EXPLAIN SELECT i.story FROM library_visible_to('zeist', now()) i
                        WHERE (i.appeared_at, i.story) < (now(), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                        ORDER BY i.appeared_at DESC, i.story DESC LIMIT 26"""));
        assertTrue(plan.contains("library_item_newest"), plan);
        assertTrue(!plan.contains("Sort"), plan);
        assertTrue(plan.contains("(NOT only_stocked) OR"), plan);
    }

    private List<String> lines(String entered, String sql) throws SQLException {
        try (Connection connection = application.getConnection();
                PreparedStatement enter = connection.prepareStatement("SELECT set_config('app.shop', ?, true)");
                PreparedStatement set = connection.prepareStatement(
                        "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off");
                PreparedStatement select = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            try {
                enter.setString(1, entered);
                enter.execute();
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
