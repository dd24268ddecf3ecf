package nl.etalage.shops.assortment;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.bind;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.etalage.shops.AtOnce;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shop sells, as it is brought and read over HTTP. */
@QuarkusTest
class AssortmentTest {

    private static final String PATH = "/api/v1/shops/{slug}/assortment";

    private String shop;

    @BeforeEach
    void aShop() {
        shop = newShop();
    }

    private Response put(String items) {
        return request().body("{\"items\": [" + items + "]}").put(PATH, shop);
    }

    private RequestSpecification request() {
        return as(shop + "-webmaster").header("Accept-Language", "nl");
    }

    private Response read() {
        return as(shop + "-manager").get(PATH, shop);
    }

    private Response send(byte[] table, String query) {
        return sending(table).post(PATH + "/imports" + query, shop);
    }

    private RequestSpecification sending(byte[] table) {
        return request()
                .config(RestAssuredConfig.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .contentType("text/csv")
                .body(table);
    }

    private Response send(String table, String query) {
        return send(table.getBytes(StandardCharsets.UTF_8), query);
    }

    @Test
    void aProductIsKeptWithItsNumberInFourteenDigits() {
        put("{\"gtin\": \"96385074\", \"sku\": \" K1 \", \"brand\": \"Huila\", \"title\": \"Koffie\"}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("created", equalTo(1), "version", equalTo(1), "dryRun", equalTo(false))
                .body("rows[0].outcome", equalTo("created"), "rows[0].row", equalTo(1));
        read().then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("items", hasSize(1))
                .body("items[0].gtin", equalTo("00000096385074"), "items[0].sku", equalTo("K1"))
                .body("items[0].supplier", nullValue());
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        String items = "{\"gtin\": \"8712345678906\"}, {\"brand\": \"Huila\", \"title\": \"Thee\"}";
        put(items);
        put(items)
                .then()
                .body("unchanged", equalTo(2), "created", equalTo(0), "changed", equalTo(0))
                .body("version", equalTo(1));
        put("{\"gtin\": \"08712345678906\"}, {\"brand\": \"Huila\", \"title\": \"Thee\"}")
                .then()
                .body("unchanged", equalTo(2));
    }

    @Test
    void whatIsNotAmongThemIsNoLongerSoldAndARefusedRowTakesNothingAway() {
        put("{\"sku\": \"A\", \"brand\": \"Huila\"}, {\"sku\": \"B\"}, {\"sku\": \"C\"}");
        put("{\"sku\": \"A\", \"gtin\": \"8712345678901\"}, {\"sku\": \"B\", \"title\": \"Nieuw\"},"
                        + "{\"sku\": \"D\", \"url\": \"?\"}")
                .then()
                .statusCode(200)
                .body("refused", equalTo(2), "changed", equalTo(1), "removed", equalTo(1))
                .body("rows.outcome", contains("refused", "changed", "refused"))
                .body("rows[0].reasons.field", contains("gtin"))
                .body(
                        "rows[0].reasons.detail",
                        contains(
                                "Dit nummer klopt niet: het laatste cijfer past niet bij de andere. Kijk het na onder de"
                                        + " streepjescode."))
                .body("rows[2].reasons[0].field", equalTo("url"), "nothingRemoved", nullValue());
        read().then().body("items.sku", contains("A", "B")).body("items[0].brand", equalTo("Huila"));
    }

    @Test
    void theSameProductTwiceCountsOnce() {
        put("{\"sku\": \"A\", \"title\": \"een\"}, {\"sku\": \"A\", \"title\": \"twee\"}")
                .then()
                .body("created", equalTo(1), "repeated", equalTo(1))
                .body("rows[1].notes.detail", contains("Dit product staat ook op regel 1; die telt."));
        read().then().body("items.title", contains("een"));
    }

    @Test
    void aDryRunSaysExactlyWhatWouldHappenAndWritesNothing() {
        String body = "{\"items\": [{\"sku\": \"A\"}, {\"gtin\": \"1\"}]}";
        Response dry = request().body(body).queryParam("dryRun", true).put(PATH, shop);
        dry.then().statusCode(200).body("dryRun", equalTo(true), "created", equalTo(1), "version", equalTo(0));
        read().then().body("items", empty()).header("ETag", equalTo("\"0\""));
        Response real = request().body(body).put(PATH, shop);
        assertEquals(dry.jsonPath().getList("rows"), real.jsonPath().getList("rows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "=yes", "=TRUE", "=", ""})
    void whoMeansADryRunAndWritesItOtherwiseEmptiesNothing(String yes) {
        put("{\"sku\": \"A\"}");
        request()
                .body("{\"items\": []}")
                .put(PATH + "?dryRun" + yes, shop)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("#dryRun"))
                .body("violations[0].detail", equalTo("Schrijf hier true of false."));
        send("SKU;Naam\nB;Thee\n", "?replace=true&dryRun" + yes).then().statusCode(422);
        read().then().body("items.sku", contains("A"));
    }

    @Test
    void anOldVersionIsHonouredAndNoneIsNeeded() {
        put("{\"sku\": \"A\"}");
        request()
                .header("If-Match", "\"0\"")
                .body("{\"items\": []}")
                .put(PATH, shop)
                .then()
                .statusCode(412)
                .body("version", equalTo(1));
        request()
                .header("If-Match", "\"1\"")
                .body("{\"items\": []}")
                .put(PATH, shop)
                .then()
                .statusCode(200)
                .body("removed", equalTo(1));
        as(shop + "-manager")
                .header("If-None-Match", "\"2\"")
                .get(PATH, shop)
                .then()
                .statusCode(304);
    }

    @Test
    void pagingReachesEveryProductOnce() {
        String items = IntStream.range(0, 257)
                .mapToObj(number -> "{\"sku\": \"P" + number + "\"}")
                .collect(Collectors.joining(","));
        put(items).then().body("created", equalTo(257));
        List<String> read = new ArrayList<>();
        String token = "";
        while (token != null) {
            JsonPath page = as(shop + "-manager")
                    .get(PATH + "?limit=100" + token, shop)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            read.addAll(page.getList("items.sku"));
            String next = page.get("nextPageToken");
            token = next == null ? null : "&pageToken=" + next;
        }
        assertEquals(257, read.size());
        assertEquals(257, read.stream().distinct().count());
    }

    @Test
    void othersHearOfItOnlyWhenAKeyChanged() {
        put("{\"sku\": \"A\", \"brand\": \"Huila\"}");
        assertEquals(List.of(1), told());
        put("{\"sku\": \"A\", \"brand\": \"Huila\", \"title\": \"Koffie\"}")
                .then()
                .body("version", equalTo(2));
        assertEquals(List.of(1), told());
        put("{\"sku\": \"A\", \"brand\": \"Chavalo\"}").then().body("version", equalTo(3));
        assertEquals(List.of(1, 3), told());
        with(Tokens.service("content-service"))
                .get("/internal/shops/{slug}/assortment", shop)
                .then()
                .statusCode(200)
                .body("version", equalTo(3), "items.sku", contains("A"), "items.brand", contains("Chavalo"))
                .body("next", nullValue());
    }

    private List<Integer> told() {
        List<Integer> versions = new ArrayList<>();
        String position = "0";
        while (position != null) {
            JsonPath batch = RestAssured.given()
                    .header("Authorization", "Bearer " + Tokens.service("content-service"))
                    .get("/events?lastEventId=" + position)
                    .jsonPath();
            versions.addAll(batch.getList(
                    "findAll { it.subject == 'assortment/%s' }.data.version".formatted(shop), Integer.class));
            List<String> ids = batch.getList("id");
            position = ids.isEmpty() ? null : ids.get(ids.size() - 1);
        }
        return versions;
    }

    @Test
    void theKeysOfALargeAssortmentComeInPartsThatJoin() {
        String table = "sku\n"
                + IntStream.range(0, 4_500).mapToObj(number -> "P" + number).collect(Collectors.joining("\n"));
        send(table, "").then().body("created", equalTo(4_500), "rowsLeftOut", equalTo(3_500), "rows", hasSize(1_000));
        List<String> skus = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath part = with(Tokens.service("content-service"))
                    .queryParam("after", after)
                    .get("/internal/shops/{slug}/assortment", shop)
                    .jsonPath();
            skus.addAll(part.getList("items.sku"));
            after = part.get("next");
        }
        assertEquals(4_500, skus.stream().distinct().count());
        assertEquals(4_500, skus.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"title\": \"Thee\"}",
                "{\"sku\": \"a\\nb\"}",
                "{\"gtin\": \"8712345678901\"}",
                "{\"article\": \"7\"}",
                "{\"article\": \"7\", \"brand\": \"a\\nb\"}",
                "{\"brand\": \"Huila\", \"url\": \"?\"}"
            })
    void aRefusedRowThatMayBeAnyProductRemovesNone(String row) {
        put("{\"sku\": \"A\"}, {\"gtin\": \"8712345678906\"}");
        put("{\"sku\": \"B\"}, " + row)
                .then()
                .statusCode(200)
                .body("created", equalTo(1), "refused", equalTo(1), "removed", equalTo(0))
                .body(
                        "nothingRemoved",
                        equalTo("Regel 2 kunnen we niet lezen, en het kan elk product zijn. Daarom is er niets"
                                + " weggehaald. Verbeter die regel en stuur alles opnieuw."));
        read().then().body("items", hasSize(3));
        put("{\"sku\": \"B\"}").then().body("removed", equalTo(2), "nothingRemoved", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sku\": \"A\", \"gtin\": \"8712345678901\"}",
                "{\"gtin\": \"8712345678906\", \"url\": \"?\"}",
                "{\"article\": \"7\", \"supplier\": \"Huila\", \"url\": \"?\"}"
            })
    void aRefusedRowOfAKnownProductKeepsThatOneOnly(String row) {
        put("{\"sku\": \"A\"}, {\"gtin\": \"8712345678906\"}, {\"article\": \"7\", \"supplier\": \"Huila\"}");
        put(row).then().body("refused", equalTo(1), "removed", equalTo(2), "nothingRemoved", nullValue());
        read().then().body("items", hasSize(1));
    }

    @Test
    void anUnreadableLineOfATableRemovesNothingEither() {
        put("{\"sku\": \"A\"}");
        send("SKU;Naam\nB;Thee\nC;Koffie;9;9\n", "?replace=true")
                .then()
                .statusCode(200)
                .body("created", equalTo(1), "refused", equalTo(1), "removed", equalTo(0))
                .body("nothingRemoved", startsWith("Regel 3 "));
        read().then().body("items.sku", contains("A", "B"));
    }

    @Test
    void aTableAddsAndWithReplaceItIsAll() {
        put("{\"sku\": \"A\"}");
        send("SKU;Naam;EAN\nB;Thee;8712345678906\nC;Fout;8712345678901\n", "?dryRun=true")
                .then()
                .statusCode(200)
                .body("created", equalTo(1), "refused", equalTo(1), "removed", equalTo(0));
        send("SKU;Naam;EAN\nB;Thee;8712345678906\n", "").then().body("created", equalTo(1), "dryRun", equalTo(false));
        read().then().body("items.sku", contains("A", "B"));
        send("SKU;Naam;EAN;Prijs\nB;Thee;8712345678906;2,50\n", "?replace=true")
                .then()
                .body("unchanged", equalTo(1), "removed", equalTo(1), "ignoredColumns", contains("Prijs"))
                .body("rows[0].row", equalTo(2), "rows[0].title", equalTo("Thee"));
        read().then().body("items.sku", contains("B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SKU;Naam\n", "SKU;Naam", "SKU;Naam\n;\n\n ; \n"})
    void aTableWithoutAProductEmptiesNoAssortment(String table) {
        put("{\"sku\": \"A\"}, {\"sku\": \"B\"}");
        for (String query : List.of("?replace=true", "?replace=true&dryRun=true")) {
            send(table, query)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("https://etalage.nl/problems/table-unreadable"))
                    .body("violations[0].detail", startsWith("In dit bestand staat geen enkel product."));
        }
        send(table, "").then().statusCode(200).body("created", equalTo(0), "removed", equalTo(0));
        read().then().body("items.sku", contains("A", "B")).header("ETag", equalTo("\"1\""));
        put("").then().statusCode(200).body("removed", equalTo(2));
    }

    @Test
    void aTableOverTheLimitIsRefusedAndTheAssortmentStays() {
        put("{\"sku\": \"A\"}");
        String line = "K;" + "x".repeat(1_000) + "\n";
        send("sku;naam\n" + line.repeat(11_000), "?replace=true")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("https://etalage.nl/problems/content-too-large"));
        send("sku\n" + "K\n".repeat(1_000_000), "?replace=true")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/table-unreadable"))
                .body("violations[0].detail", startsWith("Er mogen hoogstens 20"));
        read().then().body("items.sku", contains("A"));
    }

    @Test
    void theSameTableWithTheSameKeyIsTakenOnce() {
        for (int time = 0; time < 2; time++) {
            sending("sku\nA\n".getBytes(StandardCharsets.UTF_8))
                    .header("Idempotency-Key", "tabel-" + shop)
                    .post(PATH + "/imports", shop)
                    .then()
                    .statusCode(200)
                    .body("created", equalTo(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sku\": \"a\\nb\"}",
                "{\"brand\": \"   \"}",
                "{\"gtin\": \"00000000000000\"}",
                "{\"sku\": \"A\", \"url\": \"javascript:alert(1)\"}",
                "{\"sku\": \"A\", \"title\": \"a\\u2028b\"}",
                "null"
            })
    void whatCannotBeKeptIsRefusedByRow(String item) {
        put(item).then().statusCode(200).body("refused", equalTo(1), "created", equalTo(0));
        read().then().body("items", empty());
    }

    @Test
    void whatNoDatabaseCanKeepIsNoBody() {
        put("{\"sku\": \"\\u0000\"}").then().statusCode(422);
        put("{\"sku\": \"A\"}, {\"sku\": \"B\", \"title\": \"\\udfff\"}")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/items/1/title"));
        read().then().body("items", empty());
        put("{\"sku\": \"A\", \"picture\": \"https://x\\u0000/\"}").then().statusCode(422);
    }

    @Test
    void limitsHoldAtTheLastCharacterAndBeyondIt() {
        put("{\"sku\": \"%s\", \"title\": \"%s\"}".formatted("😀".repeat(100), "é".repeat(300)))
                .then()
                .body("created", equalTo(1));
        put("{\"sku\": \"%s\"}".formatted("x".repeat(101))).then().body("refused", equalTo(1));
        put("{\"sku\": \"B\", \"title\": \"%s\"}".formatted("x".repeat(900_000)))
                .then()
                .statusCode(200)
                .body("refused", equalTo(1), "rows[0].title", nullValue());
        put("{\"sku\": \"" + "x".repeat(1_100_000) + "\"}").then().statusCode(413);
        String many = IntStream.rangeClosed(0, AssortmentResource.MOST)
                .mapToObj(number -> "{\"sku\":\"" + number + "\"}")
                .collect(Collectors.joining(","));
        put(many).then().statusCode(422).body("violations[0].pointer", equalTo("/items"));
    }

    @Test
    void aShopHasNoMoreProductsThanItMay() {
        for (String letter : List.of("A", "B")) {
            String table = "sku\n"
                    + IntStream.range(0, 12_000)
                            .mapToObj(number -> letter + number)
                            .collect(Collectors.joining("\n"));
            send(table, "").then().statusCode(letter.equals("A") ? 200 : 422);
        }
        assertEquals(1, read().jsonPath().getList("items").size() / 25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"items\": {}}", "{\"items\": [1]}", "{\"items\": [{\"sku\": 5}]}", "{", ""})
    void aBodyThatIsNoAssortmentIsRefused(String body) {
        int status = request().body(body).put(PATH, shop).statusCode();
        assertTrue(status == 400 || status == 422, body + " gave " + status);
    }

    @Test
    void hostileBytesAreNoFaultOfOurs() {
        for (byte[] bytes : List.of(
                new byte[0],
                new byte[] {0, 1, 2, 3},
                new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8, 10, 0},
                "sku\n\"a\"b".getBytes(StandardCharsets.UTF_8),
                "\"".getBytes(StandardCharsets.UTF_8),
                ("sku," + ",".repeat(100_000) + "\n").getBytes(StandardCharsets.UTF_8))) {
            send(bytes, "")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("https://etalage.nl/problems/table-unreadable"));
        }
    }

    @Test
    void aTableMayBeLargerThanOtherBodies() {
        String description = "x".repeat(2_000);
        String table = "sku,description\n"
                + IntStream.range(0, 2_000)
                        .mapToObj(number -> "P" + number + "," + description)
                        .collect(Collectors.joining("\n"));
        send(table, "").then().statusCode(200).body("created", equalTo(2_000));
    }

    @Test
    void twoAtOnceLoseNothing() throws Exception {
        Callable<Integer> first = () -> send("sku\nA\nB\n", "").jsonPath().getInt("created");
        Callable<Integer> second = () -> send("sku\nB\nC\n", "").jsonPath().getInt("created");
        assertEquals(
                3, AtOnce.sorted(first, second).stream().mapToInt(made -> made).sum());
        read().then().body("items.sku", contains("A", "B", "C"), "items", hasSize(3));
    }

    @Test
    void theWebshopItselfMayAndOneBoundToAnotherShopMayNot() {
        String other = newShop();
        bind(shop, "kassa-" + shop, "assortment:write");
        bind(other, "kassa-" + other, "assortment:write");
        Map<String, Object> body = Map.of("items", List.of(Map.of("sku", "A")));
        with(Tokens.machine("kassa-" + shop, "assortment:write"))
                .body(body)
                .put(PATH, shop)
                .then()
                .statusCode(200);
        with(Tokens.machine("kassa-" + other, "assortment:write"))
                .body(body)
                .put(PATH, shop)
                .then()
                .statusCode(404);
        as(shop + "-contributor").body(body).put(PATH, shop).then().statusCode(403);
        as(ADMIN)
                .get("/api/v1/audit/shops?shop={shop}", shop)
                .then()
                .body("items.findAll { it.action == 'assortment.changed' }.client", contains("kassa-" + shop));
        assertNull(as(other + "-manager").get(PATH, other).path("items[0]"));
    }

    private static final String WOOCOMMERCE =
            """
            ID,Type,SKU,Name,Published,Parent,Brands
            1,simple,KOFFIE,Koffie,1,,Huila
            2,simple,THEE,Thee,0,,Huila
            3,simple,KRUK,Kruk,-1,,Huila
            4,variable,SJAAL,Sjaal,'-1,,Sari
            5,variation,SJAAL-R,Sjaal - Rood,1,SJAAL,
            6,variation,SJAAL-B,Sjaal - Blauw,1,id:4,
            7,variable,MAND,Mand,1,,Bolga
            8,variation,MAND-K,Mand - Klein,0,MAND,
            9,variation,MAND-G,Mand - Groot,1,MAND,
            """;

    private static final String SHOPIFY =
            """
            Handle,Title,Vendor,Published,Option1 Name,Option1 Value,Variant SKU,Image Src,Status
            mand,Mand,Bolga,true,Maat,Klein,M-K,https://cdn.example/1.jpg,active
            mand,,,,,Groot,M-G,https://cdn.example/2.jpg,
            kom,Kom,Bolga,true,Maat,Klein,K-K,https://cdn.example/3.jpg,draft
            kom,,,,,Groot,K-G,https://cdn.example/4.jpg,
            vaas,Vaas,Bolga,true,Title,Default Title,V,,archived
            bel,Bel,Bolga,FALSE,Title,Default Title,B,,active
            tas,Tas,Bolga,ONWAAR,Title,Default Title,T,,
            pop,Pop,Bolga,true,Title,Default Title,P,,unlisted
            """;

    private List<String> sold() {
        return read().then().statusCode(200).extract().path("items.sku");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryRun=true", "", "?replace=true"})
    void whatWooCommerceDoesNotOfferIsSkippedWithTheReasonAndSoAreItsVariations(String query) {
        send(WOOCOMMERCE, query)
                .then()
                .statusCode(200)
                .body("created", equalTo(3), "skipped", equalTo(6), "refused", equalTo(0))
                .body(
                        "rows.outcome",
                        contains(
                                "created", "skipped", "skipped", "skipped", "skipped", "skipped", "created", "skipped",
                                "created"))
                .body("rows[1].reasons.detail", contains(containsString("verborgen")))
                .body("rows[2].reasons.detail", contains(containsString("concept")))
                .body("rows[3].reasons.detail", contains(containsString("concept")))
                .body("rows[4].sku", equalTo("SJAAL-R"))
                .body("rows[4].reasons.detail", contains(containsString("regel 5 is niet te koop")))
                .body("rows[5].reasons.detail", contains(containsString("regel 5 is niet te koop")))
                .body("rows[7].reasons.detail", contains(containsString("verborgen")))
                .body("rows[8].reasons", empty());
        assertEquals(query.contains("dryRun") ? List.of() : List.of("KOFFIE", "MAND", "MAND-G"), sold());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryRun=true", ""})
    void whatShopifyDoesNotOfferIsSkippedWithItsVariants(String query) {
        send(SHOPIFY, query)
                .then()
                .statusCode(200)
                .body("created", equalTo(3), "skipped", equalTo(5))
                .body(
                        "rows.outcome",
                        contains(
                                "created", "created", "skipped", "skipped", "skipped", "skipped", "skipped", "created"))
                .body("rows[2].reasons.detail", contains(containsString("concept")))
                .body("rows[3].reasons.detail", contains(containsString("regel 4 is niet te koop")))
                .body("rows[4].reasons.detail", contains(containsString("archief")))
                .body("rows[5].reasons.detail", contains(containsString("verborgen")))
                .body("rows[6].reasons.detail", contains(containsString("verborgen")));
        assertEquals(query.isEmpty() ? List.of("M-G", "M-K", "P") : List.of(), sold());
    }

    @Test
    void aProductThatIsTakenOffTheWebshopIsNoLongerSoldAndOthersStay() {
        send("SKU,Name,Published\nA,Thee,1\nB,Koffie,1\nC,Suiker,1\n", "")
                .then()
                .body("created", equalTo(3));
        String after = "SKU,Name,Published\nA,Thee,-1\nB,Koffie,0\nB,Koffie,1\n";
        send(after, "?dryRun=true").then().body("removed", equalTo(1), "version", equalTo(1));
        assertEquals(List.of("A", "B", "C"), sold());
        send(after, "").then().body("removed", equalTo(1), "skipped", equalTo(2), "unchanged", equalTo(1));
        assertEquals(List.of("B", "C"), sold());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?replace=true", "?replace=true&dryRun=true"})
    void aTableOfNothingButDraftsEmptiesNoShop(String query) {
        send("SKU,Name,Published\nA,Thee,1\n", "").then().body("created", equalTo(1));
        send("SKU,Name,Published\nA,Thee,-1\nB,Koffie,-1\n", query)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/table-unreadable"))
                .body("violations[0].detail", containsString("Geen enkel product in dit bestand is te koop"));
        assertEquals(List.of("A"), sold());
    }

    @Test
    void whatStandsInAnotherColumnOfThatNameSaysNothingAgainstAProduct() {
        send("sku;naam;status;published\nA;Thee;op voorraad;2024-05-01\nB;Koffie;Active;TRUE\n", "")
                .then()
                .body("created", equalTo(2), "skipped", equalTo(0), "ignoredColumns", empty());
    }

    @Test
    void ofAProductThatIsNotOfferedNothingElseIsHeldAgainstIt() {
        send(
                        "SKU,GTIN,Name,Published\nA,8712345678900,Thee,0\nE,,Koffie,-1\n,8.71E+12,Suiker,0\nD,,Rijst,1\n",
                        "?replace=true")
                .then()
                .statusCode(200)
                .body("skipped", equalTo(3), "created", equalTo(1), "refused", equalTo(0));
    }
}
