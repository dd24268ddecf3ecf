package nl.etalage.content.product;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.assortment;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static nl.etalage.content.TestSettings.CLOCK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.etalage.content.TestSettings;
import nl.etalage.content.productkey.Gtin;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stories of products, as a webshop asks for them. */
@QuarkusTest
class ProductsTest {

    private static final AtomicLong NUMBER = new AtomicLong(870_000_000_000L);
    private static final String LINKED_DATA = "application/ld+json";

    @Inject
    DataSource application;

    @Inject
    @io.quarkus.agroal.DataSource("worker")
    DataSource worker;

    private String shop;
    private String brand;

    @BeforeEach
    void aShop() {
        shop = newShop();
        brand = "Merk " + shop;
    }

    @AfterEach
    void release() {
        TestSettings.timeGoesOn();
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

    private static String about(String products) {
        return released("\"type\": \"product\", \"body\": \"Tekst.\", \"products\": [" + products + "]");
    }

    private Response find(String query) {
        return machine(shop).get("/api/v1/library/products?shop=" + shop + query);
    }

    private Response one(String gtin) {
        return machine(shop).get("/api/v1/library/products/{gtin}?shop={shop}", gtin, shop);
    }

    private void stocks(int version, String products) {
        assortment(shop, version, products);
        eventually(() -> fetched() == version);
    }

    private long fetched() {
        try (Connection connection = worker.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT max(fetched_version) FROM assortment WHERE shop = ?")) {
            select.setString(1, shop);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aProductIsFoundByItsNumberHoweverLongItIsWritten() {
        String gtin = gtin();
        String story = about("{\"gtin\": \"%s\"}".formatted(gtin));
        find("&gtin=" + gtin)
                .then()
                .statusCode(200)
                .body("items.id", contains(story))
                .body("items[0].match", is("product"), "items[0].keys[0].gtin", is(gtin))
                .body("items[0].version", is("network"), "items[0].bodyHtml", is("<p>Tekst.</p>"));
        one("0" + gtin).then().statusCode(200).body("items.id", contains(story));
        as("editor").get("/api/v1/stories/{id}", story).then().body("products[0].gtin", is(gtin));
    }

    /** The same number, with as many noughts before it as its length asks. */
    @ParameterizedTest
    @ValueSource(strings = {"96385074", "000096385074", "0000096385074", "00000096385074"})
    void ofEveryLengthTheSameNumberIsTheSameProduct(String written) {
        String group = "lengte-" + shop;
        String here = newShop(group);
        String story = released(
                "\"type\": \"product\", \"body\": \"x\", \"targetGroups\": [\"%s\"], \"products\": [{\"gtin\": \"%s\"}]"
                        .formatted(group, written));
        for (String asked : List.of("96385074", "000096385074", "0000096385074", "00000096385074")) {
            machine(here)
                    .get("/api/v1/library/products/{gtin}?shop={shop}", asked, here)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(story));
            machine(here)
                    .get("/api/v1/library/products?shop={shop}&gtin={gtin}", here, asked)
                    .then()
                    .body("items.id", contains(story), "items[0].match", is("product"));
        }
    }

    @Test
    void aProductWithoutAGtinIsFoundByEveryOtherKey() {
        String story =
                about("{\"sku\": \"N-%1$s\", \"supplier\": \"Import %1$s\", \"article\": \"Ä 12\", \"brand\": \"%2$s\"}"
                        .formatted(shop, brand));
        find("&sku=n-" + shop).then().body("items.id", contains(story), "items[0].match", is("product"));
        find("&supplier=IMPORT " + shop + "&article=a 12")
                .then()
                .body("items.id", contains(story), "items[0].match", is("product"))
                .body("items[0].keys[0].article", is("a 12"));
        find("&brand=" + brand.toUpperCase(java.util.Locale.ROOT))
                .then()
                .body("items.id", contains(story), "items[0].match", is("brand"));
        find("&supplier=import " + shop).then().body("items.id", contains(story), "items[0].match", is("maker"));
    }

    @Test
    void aNumberThatOnlyTheShopKnowsIsLookedUpInItsAssortment() {
        String gtin = gtin();
        String story = about("{\"gtin\": \"%s\"}".formatted(gtin));
        Response before = find("&sku=EIGEN-1");
        before.then().statusCode(200).body("items", empty());
        stocks(1, "{\"item\": \"a\", \"gtin\": \"0%s\", \"sku\": \"eigen-1\"}".formatted(gtin));
        find("&sku=EIGEN-1")
                .then()
                .body("items.id", contains(story), "items[0].match", is("product"))
                .header("ETag", not(before.header("ETag")))
                .body("items[0].keys[0].sku", is("EIGEN-1"), "items[0].keys[0].gtin", nullValue());
        String other = newShop();
        machine(other)
                .get("/api/v1/library/products?shop={shop}&sku=EIGEN-1", other)
                .then()
                .statusCode(200)
                .body("items", empty());
        stocks(2, "{\"item\": \"b\", \"sku\": \"anders\"}");
        find("&sku=EIGEN-1").then().body("items", empty());
    }

    @Test
    void whereNoStoryNamesTheProductItsMakerOrBrandIsTold() {
        String gtin = gtin();
        String maker = released(
                "\"type\": \"maker\", \"body\": \"Tekst.\", \"products\": [{\"brand\": \"%s\"}]".formatted(brand));
        String ofBrand = about("{\"brand\": \"%s\"}".formatted(brand));
        about("{\"brand\": \"%s\", \"sku\": \"een-ander-product\"}".formatted(brand));
        stocks(1, "{\"item\": \"a\", \"gtin\": \"0%s\", \"sku\": \"T1\", \"brand\": \"%s\"}".formatted(gtin, brand));
        one(gtin).then().body("items.id", containsInAnyOrder(maker, ofBrand));
        find("&sku=t1")
                .then()
                .body("items.find { it.id == '%s' }.match".formatted(maker), is("maker"))
                .body("items.find { it.id == '%s' }.match".formatted(ofBrand), is("brand"));
        String story = about("{\"gtin\": \"%s\", \"brand\": \"%s\"}".formatted(gtin, brand));
        one(gtin).then().body("items.id", contains(story), "items[0].match", is("product"));
    }

    @Test
    void manyKeysAtOnceAndWhichStoryIsForWhich() {
        String first = gtin();
        String second = gtin();
        String both = about("{\"gtin\": \"%s\"}, {\"gtin\": \"%s\"}".formatted(first, second));
        String only = about("{\"gtin\": \"%s\"}".formatted(second));
        find("&gtin=" + first + "&gtin=" + second + "&gtin=" + gtin())
                .then()
                .body("items.id", contains(only, both))
                .body("items[0].keys.gtin", contains(second))
                .body("items[1].keys.gtin", contains(first, second));
    }

    @Test
    void pagesReachEveryStoryOnce() {
        String gtin = gtin();
        List<String> stories = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            stories.add(0, about("{\"gtin\": \"%s\"}".formatted(gtin)));
        }
        List<String> read = new ArrayList<>();
        String token = "";
        while (token != null) {
            JsonPath page = find("&gtin=" + gtin + "&limit=2" + token).jsonPath();
            read.addAll(page.getList("items.id"));
            String next = page.get("nextPageToken");
            token = next == null ? null : "&pageToken=" + next;
        }
        assertEquals(stories, read);
    }

    @Test
    void theShopsOwnVersionIsShown() {
        String gtin = gtin();
        String story = about("{\"gtin\": \"%s\"}".formatted(gtin));
        String before = one(gtin).header("ETag");
        Response seen = as(shop + "-manager").get("/api/v1/adaptations/{id}", adapted(shop, story));
        patch(seen, shop + "-publisher", "{\"overrides\": {\"title\": \"In onze woorden\"}}")
                .patch("/api/v1/adaptations/{id}", seen.<String>path("id"))
                .then()
                .statusCode(200);
        Response after = one(gtin);
        after.then().body("items[0].title", is("In onze woorden"), "items[0].version", is("shop"));
        assertNotEquals(before, after.header("ETag"));
    }

    @Test
    void whatAShopMayNotSeeIsNotFoundByProductEither() {
        String gtin = gtin();
        Instant end = SettableClock.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        String members =
                "\"type\": \"product\", \"body\": \"x\", \"products\": [{\"gtin\": \"%s\", \"brand\": \"%s\"}], "
                        .formatted(gtin, brand);
        released(members + "\"targetGroups\": [\"elders\"]");
        released(members + "\"availableFrom\": \"2150-01-01T00:00:00Z\"");
        draft(members.substring(0, members.length() - 2));
        String withdrawn = about("{\"gtin\": \"%s\"}".formatted(gtin));
        act(withdrawn, "withdraw", "editor", "{\"reason\": \"mistake\"}").then().statusCode(200);
        String over = released(members + "\"availableUntil\": \"" + end + "\"");
        one(gtin).then().body("items.id", contains(over));
        CLOCK.set(end);
        one(gtin).then().statusCode(200).body("items", empty());
        find("&brand=" + brand).then().body("items", empty());
    }

    @Test
    void aCorrectionTakesTheProductAway() {
        String gtin = gtin();
        String story = about("{\"gtin\": \"%s\"}".formatted(gtin));
        act(
                        story,
                        "correct",
                        "editor",
                        "{\"note\": \"Ander product\", \"severity\": \"minor\", \"changes\": {\"products\": []}}")
                .then()
                .statusCode(200);
        one(gtin).then().body("items", empty());
    }

    @Test
    void nothingNewIsSaidWithoutABody() {
        String gtin = gtin();
        about("{\"gtin\": \"%s\"}".formatted(gtin));
        String tag = one(gtin).header("ETag");
        machine(shop)
                .header("If-None-Match", tag)
                .get("/api/v1/library/products/{gtin}?shop={shop}", gtin, shop)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
        machine(shop)
                .header("If-None-Match", tag)
                .accept(LINKED_DATA)
                .get("/api/v1/library/products/{gtin}?shop={shop}", gtin, shop)
                .then()
                .statusCode(200)
                .header("Vary", containsString("Accept"));
    }

    @Test
    void aProductIsCalledAsItsOwnStoryCallsIt() {
        String gtin = gtin();
        String about =
                "\"body\": \"Tekst.\", \"type\": \"%s\", \"title\": \"%s\", \"details\": {\"name\": \"%s\"}, \"products\": [%s]";
        String one = "{\"gtin\": \"%s\"}".formatted(gtin);
        String two = one + ", {\"gtin\": \"%s\"}".formatted(gtin());
        released(about.formatted("maker", "Wie het maakt", "Coöperatie Huila", one));
        assertEquals("Wie het maakt", name(gtin));
        released(about.formatted("product", "Twee soorten", "Een pakket", two));
        assertEquals("Twee soorten", name(gtin));
        released(about.formatted("product", "Proef de bergen", "Koffiebonen Huila 250 g", one));
        assertEquals("Koffiebonen Huila 250 g", name(gtin));
        assertNull(name(gtin()), "of what nobody tells about");
    }

    private String name(String gtin) {
        return new JsonPath(machine(shop)
                        .accept(LINKED_DATA)
                        .get("/api/v1/library/products/{gtin}?shop={shop}", gtin, shop)
                        .asString())
                .get("name");
    }

    @Test
    void asSchemaOrgForAPage() {
        String gtin = gtin();
        released(
                """
                "type": "maker", "title": "De makers </script>", "body": "Zij **plukken**.",
                "details": {"name": "Coöperatie Huila", "website": "https://huila.example",
                            "sameAs": ["https://www.wikidata.org/wiki/Q1", "javascript:alert(1)"]},
                "products": [{"gtin": "%s", "brand": "%s"}]"""
                        .formatted(gtin, brand));
        Response answer =
                machine(shop).accept(LINKED_DATA).get("/api/v1/library/products/{gtin}?shop={shop}", gtin, shop);
        answer.then().statusCode(200).contentType(startsWith(LINKED_DATA));
        assertTrue(!answer.asString().contains("<"), "safe within a script element");
        JsonPath product = new JsonPath(answer.asString());
        assertEquals("https://schema.org", product.get("'@context'"));
        assertEquals("Product", product.get("'@type'"));
        assertEquals("0" + gtin, product.get("gtin"));
        assertEquals(brand, product.get("brand.name"));
        assertEquals("Organization", product.get("manufacturer.'@type'"));
        assertEquals("Coöperatie Huila", product.get("manufacturer.name"));
        assertEquals(
                List.of("https://huila.example", "https://www.wikidata.org/wiki/Q1"),
                product.getList("manufacturer.sameAs"));
        assertEquals("De makers </script>", product.get("subjectOf[0].headline"));
        assertEquals("Zij plukken.", product.get("subjectOf[0].articleBody"));
        assertEquals("De makers </script>", product.get("name"), "nobody names the product better");
        JsonPath graph = new JsonPath(machine(shop)
                .accept(LINKED_DATA)
                .get("/api/v1/library/products?shop=" + shop + "&brand=" + brand + "&sku=onbekend")
                .asString());
        assertEquals(List.of("Product", "Brand"), graph.getList("'@graph'.'@type'"));
        assertEquals("De makers </script>", graph.get("'@graph'[1].subjectOf[0].headline"));
    }

    @Test
    void aBrandOrSupplierWithoutAProductIsDescribedByItsMakersStory() {
        String supplier = "Huila " + brand;
        released(
                """
                "type": "maker", "summary": "Koffie uit Huila.", "body": "Zij plukken.",
                "details": {"website": "https://huila.example", "sameAs": "https://www.wikidata.org/wiki/Q1"},
                "products": [{"brand": "%s"}, {"supplier": "%s"}]"""
                        .formatted(brand, supplier));
        JsonPath graph = new JsonPath(machine(shop)
                .accept(LINKED_DATA)
                .get("/api/v1/library/products?shop={shop}&brand={brand}&supplier={supplier}", shop, brand, supplier)
                .asString());
        assertEquals(Set.of("Brand", "Organization"), Set.copyOf(graph.getList("'@graph'.'@type'")));
        assertEquals(
                List.of("https://huila.example", "https://huila.example"),
                graph.getList("'@graph'.url"),
                "each of both");
        assertEquals(
                List.of("https://huila.example", "https://www.wikidata.org/wiki/Q1"),
                graph.getList("'@graph'[0].sameAs"));
        assertEquals(List.of("Koffie uit Huila.", "Koffie uit Huila."), graph.getList("'@graph'.description"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&gtin=",
                "&gtin=8712345678901",
                "&gtin=12",
                "&gtin=871234567890x",
                "&sku=%00",
                "&sku=%20",
                "&brand=%ED%A0%80",
                "&article=1",
                "&supplier=a&article=1&article=2",
                "&brand=" + "xxxxxxxxxx" + "xxxxxxxxxx" + "xxxxxxxxxx" + "xxxxxxxxxx" + "xxxxxxxxxx" + "xxxxxxxxxx"
                        + "xxxxxxxxxx" + "xxxxxxxxxx" + "xxxxxxxxxx" + "xxxxxxxxxx" + "x"
            })
    void whatCannotBeAskedIsRefused(String query) {
        int status = machine(shop)
                .urlEncodingEnabled(false)
                .get("/api/v1/library/products?shop=" + shop + query)
                .statusCode();
        assertTrue(
                status == 422 || (query.contains("%00") && status == 400) || (query.contains("%ED") && status == 200),
                query + " gave " + status);
    }

    @Test
    void aHundredKeysAndNoMore() {
        String keys =
                IntStream.range(0, 100).mapToObj(number -> "&sku=x" + number).collect(Collectors.joining());
        find(keys).then().statusCode(200).body("items", empty());
        find(keys + "&sku=x100").then().statusCode(422);
        find("&sku=a&limit=101").then().statusCode(422);
        find("&sku=a&pageToken=x").then().statusCode(400);
        one("8712345678901").then().statusCode(422);
    }

    @Test
    void aStoryWithAWrongNumberIsNotKept() {
        json("editor", "{\"type\": \"product\", \"products\": [{\"gtin\": \"8712345678901\"}]}")
                .post("/api/v1/stories")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/products/0/gtin"))
                .body("violations.detail[0]", startsWith("Dit nummer klopt niet"));
    }

    @Test
    void aLookUpStartsAtTheKeyHoweverManyStoriesThereAre() throws SQLException {
        String plan = plan(
                """
                EXPLAIN WITH found AS MATERIALIZED (
                    SELECT story, array_agg(key) AS keys FROM library_product WHERE key = ANY ('{gtin:1,brand:x}')
                    GROUP BY story)
                SELECT i.story FROM found f JOIN library_visible_to('zeist', now()) i ON i.story = f.story
                WHERE (i.appeared_at, i.story) < (now(), i.story)
                ORDER BY i.appeared_at DESC, i.story DESC LIMIT 26""");
        assertTrue(plan.contains("library_product_pkey"), plan);
        assertTrue(!plan.contains("Seq Scan on library_item"), plan);
    }

    /** As if the tables were large: a small one is read whole, and rightly so. */
    private String plan(String query) throws SQLException {
        try (Connection connection = application.getConnection();
                PreparedStatement set = connection.prepareStatement("SET LOCAL enable_seqscan = off");
                PreparedStatement explain = connection.prepareStatement(query)) {
            connection.setAutoCommit(false);
            try {
                set.execute();
                StringBuilder plan = new StringBuilder();
                try (ResultSet row = explain.executeQuery()) {
                    while (row.next()) {
                        plan.append(row.getString(1)).append('\n');
                    }
                }
                return plan.toString();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
