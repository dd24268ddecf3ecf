package nl.etalage.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As the application's role, without a single filter in the query. */
@QuarkusTest
class RowSecurityTest {

    @ConfigProperty(name = "etalage.database.url")
    String url;

    private Connection application() throws SQLException {
        Connection connection = DriverManager.getConnection(url, "content_application", "test");
        connection.setAutoCommit(false);
        return connection;
    }

    private static void enter(Connection connection, String shops) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SELECT set_config('app.shop', ?, true)")) {
            set.setString(1, shops);
            set.execute();
        }
    }

    private static Set<String> texts(Connection connection, String sql) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private boolean sells(String shop) {
        try (Connection connection = application()) {
            enter(connection, shop);
            return !texts(connection, "SELECT shop FROM assortment_item").isEmpty();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void shopsWithEverything(String... shops) {
        String story = Network.released("\"body\": \"Tekst.\"");
        String campaign = Network.json(
                        "editor", "{\"name\": \"x\", \"startsOn\": \"2026-01-01\", \"endsOn\": \"2099-01-01\"}")
                .post("/api/v1/campaigns")
                .path("id");
        for (String shop : shops) {
            Network.assortment(shop, 1, "{\"item\": \"a\", \"sku\": \"rij-%1$s\"}".formatted(shop));
            Network.eventually(() -> sells(shop));
            Network.adapted(shop, story);
            Network.json(shop + "-manager", "{\"shop\": \"%s\"}".formatted(shop))
                    .post("/api/v1/campaigns/{id}/participations", campaign)
                    .then()
                    .statusCode(201);
            Network.json(shop + "-manager", "{\"shop\": \"%s\", \"name\": \"x\"}".formatted(shop))
                    .post("/api/v1/feed-keys")
                    .then()
                    .statusCode(201);
            Network.offeredTwice(shop);
            Network.as(shop + "-manager")
                    .multiPart("file", "x.jpg", Network.jpeg(20, 20))
                    .post("/api/v1/assets?shop={shop}", shop)
                    .then()
                    .statusCode(201);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adaptation",
                "participation",
                "shop_library",
                "asset",
                "feed_key",
                "assortment",
                "assortment_item",
                "contribution",
                "contribution_text",
                "assortment_key"
            })
    void aQueryWithoutAFilterSeesOnlyTheShopsThatWereEntered(String table) throws SQLException {
        String zeist = Network.newShop();
        String utrecht = Network.newShop();
        shopsWithEverything(zeist, utrecht);
        String sql = "SELECT DISTINCT shop FROM " + table + " WHERE shop IS NOT NULL";
        try (Connection connection = application()) {
            assertEquals(Set.of(), texts(connection, sql));
            enter(connection, zeist);
            assertEquals(Set.of(zeist), texts(connection, sql));
            enter(connection, zeist + "," + utrecht);
            assertEquals(Set.of(zeist, utrecht), texts(connection, sql));
            connection.rollback();
            assertEquals(Set.of(), texts(connection, sql));
        }
    }

    @Test
    void nothingIsWrittenForAShopThatWasNotEntered() throws SQLException {
        String shop = Network.newShop();
        try (Connection connection = application();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO shop_library (shop, version) VALUES (?, 1)")) {
            enter(connection, "andere");
            insert.setString(1, shop);
            assertEquals(
                    "42501",
                    assertThrows(SQLException.class, insert::executeUpdate).getSQLState());
        }
    }

    @Test
    void everyTableWithAShopIsGuardedButTheReplicaThatTellsWhoseShopsTheyAre() throws SQLException {
        try (Connection connection = application()) {
            assertEquals(
                    Set.of("integration", "membership"),
                    texts(
                            connection,
                            """
                            SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                            WHERE a.attname = 'shop' AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
                              AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"""));
        }
    }

    @Test
    void theApplicationCanNeitherRewriteARevisionNorTheAudit() throws SQLException {
        for (String sql : new String[] {
            "UPDATE story_revision SET content = '{}'",
            "DELETE FROM story_revision",
            "UPDATE audit SET action = 'x'",
            "DELETE FROM audit",
            "DELETE FROM event",
            "INSERT INTO membership SELECT * FROM membership"
        }) {
            try (Connection connection = application();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                assertEquals(
                        "42501",
                        assertThrows(SQLException.class, statement::executeUpdate, sql)
                                .getSQLState());
            }
        }
    }
}
