package nl.etalage.content.library;

import static nl.etalage.content.Network.correct;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import nl.etalage.content.Network;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choosing among a library's stories by the products they are about. */
@QuarkusTest
class ProductChoiceTest {

    private static final Path MIGRATION =
            Path.of("src/main/resources/db/migration/V20261123071500__products_as_facets.sql");
    private static final String GTIN = "8712345678906";

    private String group;
    private String shop;
    private String brand;

    /** Of the stories of this test: others are about the same products. */
    private String theme;

    @BeforeEach
    void oneShop() {
        long number = System.nanoTime();
        group = "producten-" + number;
        shop = newShop(group);
        brand = "Café Nº " + number;
        theme = Network.theme("producten" + number);
    }

    private String about(String products) {
        return released(("\"type\": \"product\", \"body\": \"Tekst.\", \"targetGroups\": [\"%s\"],"
                        + " \"themes\": [\"%s\"], \"products\": [%s]")
                .formatted(group, theme, products));
    }

    private Response ask(String path, String product) {
        return machine(shop)
                .queryParam("product", product)
                .get("/api/v1/library" + path + "?shop={shop}&theme={theme}", shop, theme);
    }

    private void chooses(String product, Matcher<?> stories) {
        ask("", product).then().statusCode(200).body("items.id", stories);
    }

    @Test
    void aStoryIsChosenByAnyOfItsProductsKeysHoweverTheyAreWritten() {
        String story = about("{\"gtin\": \"%s\", \"sku\": \"KO-12\", \"brand\": \"%s\"}".formatted(GTIN, brand));
        String article = about("{\"supplier\": \"%s\", \"article\": \"A/7 b\"}".formatted(brand));
        chooses(GTIN, contains(story));
        chooses("gtin:0" + GTIN, contains(story));
        chooses("sku:ko-12", contains(story));
        chooses("brand:" + brand.toUpperCase(Locale.ROOT), contains(story));
        chooses("supplier:" + brand, contains(article));
        chooses("article:" + brand + "/a/7  B", contains(article));
        chooses("sku:KO-13", empty());
        chooses("8712345678913", empty());
    }

    @Test
    void productsAreCountedAndCalledAsAStoryWritesThem() {
        about("{\"gtin\": \"%s\", \"brand\": \"%s\"}".formatted(GTIN, brand));
        about("{\"brand\": \"%s\", \"article\": \"12\"}".formatted(brand));
        released("\"body\": \"Over niets.\", \"themes\": [\"%s\"]".formatted(theme));
        String plain = brand.toLowerCase(Locale.ROOT).replace("é", "e").replace("º", "o");
        Response counts = ask("/facets", "brand:" + brand);
        counts.then()
                .statusCode(200)
                .body("total.count", is(2))
                .body("facets[5].name", is("product"))
                .body("facets[5].values.value", contains("brand:" + plain, "article:" + plain + "/12", "gtin:0" + GTIN))
                .body("facets[5].values.name", contains(brand, brand + " 12", GTIN))
                .body("facets[5].values.count", contains(2, 1, 1));
        List<String> values = counts.path("facets[5].values.value");
        List<Integer> stories = counts.path("facets[5].values.count");
        for (int at = 0; at < values.size(); at++) {
            ask("/facets", values.get(at)).then().body("total.count", is(stories.get(at)));
        }
    }

    @Test
    void aNameOfAnyLengthIsAChoiceThatCanBeAsked() {
        String name = "Lang ".repeat(19) + "ﷺﷺﷺﷺ";
        String story = about("{\"supplier\": \"%s\", \"article\": \"%s\"}".formatted(name, "x".repeat(100)));
        Response counts = machine(shop).get("/api/v1/library/facets?shop={shop}&theme={theme}", shop, theme);
        List<String> values = counts.path("facets[5].values.value");
        assertEquals(2, values.size());
        values.forEach(value -> chooses(value, contains(story)));
    }

    @Test
    void aCorrectionChangesByWhatAStoryIsChosen() {
        String story = about("{\"brand\": \"%s\"}".formatted(brand));
        correct(story, "\"products\": [{\"brand\": \"%s anders\"}]".formatted(brand));
        chooses("brand:" + brand, empty());
        chooses("brand:" + brand + " anders", contains(story));
    }

    @Test
    void anotherShopHearsNothingOfIt() {
        about("{\"gtin\": \"%s\", \"brand\": \"%s\"}".formatted(GTIN, brand));
        String other = newShop();
        machine(other)
                .queryParam("product", "brand:" + brand)
                .get("/api/v1/library/facets?shop={shop}", other)
                .then()
                .statusCode(200)
                .body("total.count", is(0))
                .body("facets[5].values", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "koffie", "gtin:", "gtin:8712345678907", "brand: ", "of-brand:x", "123"})
    void whatIsNoProductIsRefusedWithASentence(String product) {
        ask("", product).then().statusCode(422).body("violations.pointer", contains("#product"));
    }

    /** What the migration writes for stories from before it. */
    @Test
    void storiesFromBeforeAreChosenByTheSame() throws IOException, SQLException {
        String story = about(
                "{\"gtin\": \"%s\", \"sku\": \"K 1\", \"brand\": \"%s\", \"supplier\": \"L/M\", \"article\": \"9\"}"
                        .formatted(GTIN, brand));
        try (Connection database = DriverManager.getConnection(
                        ConfigProvider.getConfig().getValue("etalage.database.url", String.class),
                        "postgres",
                        "postgres");
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            String facets =
                    "SELECT array_agg(f ORDER BY f)::text FROM library_item i, unnest(i.facets) f WHERE story = ?";
            String written = text(database, facets, story);
            statement.execute("UPDATE library_item SET facets = ARRAY(SELECT f FROM unnest(facets) f"
                    + " WHERE f NOT LIKE 'product:%')");
            statement.execute(Files.readString(MIGRATION).replaceFirst("(?s)CREATE INDEX library_item_locale.*", ""));
            assertEquals(written, text(database, facets, story));
            database.rollback();
        }
    }

    private static String text(Connection database, String query, String story) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(query.replace("?", "?::uuid"))) {
            select.setString(1, story);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
