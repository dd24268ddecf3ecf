package nl.etalage.shops.assortment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The assortments in the database. Plain SQL, because a shop brings thousands of rows at once. */
@ApplicationScoped
class AssortmentTable {

    private static final String BEGIN =
            "INSERT INTO assortment (shop, version, keys_version) VALUES (?, 0, 0) ON CONFLICT DO NOTHING";
    private static final String LOCK = "SELECT version, keys_version FROM assortment WHERE shop = ? FOR UPDATE";
    private static final String STAND =
            """
            SELECT coalesce(max(version), 0) AS version, coalesce(max(keys_version), 0) AS keys_version
            FROM assortment WHERE shop = ?""";
    private static final String COUNT_UP = "UPDATE assortment SET version = ?, keys_version = ? WHERE shop = ?";
    private static final String SIZE = "SELECT count(*) FROM assortment_item WHERE shop = ?";
    private static final String PAGE =
            """
            SELECT key, gtin, sku, brand, supplier, article, title, url, picture FROM assortment_item
            WHERE shop = ? AND key > ? ORDER BY key LIMIT ?""";

    /** All parts of the statement see the rows as they were, so that one round trip tells what became of each. */
    private static final String PUT =
            """
            WITH given AS (
                SELECT * FROM jsonb_to_recordset(CAST(? AS jsonb)) AS g(key text, gtin text, sku text, brand text,
                    supplier text, article text, title text, url text, picture text)),
            before AS (
                SELECT i.* FROM assortment_item i JOIN given g ON g.key = i.key WHERE i.shop = ?),
            gone AS (
                DELETE FROM assortment_item i
                WHERE i.shop = ? AND (CAST(? AS boolean) OR i.key = ANY (?)) AND NOT i.key = ANY (?)
                  AND NOT EXISTS (SELECT FROM given g WHERE g.key = i.key)
                RETURNING i.key),
            put AS (
                INSERT INTO assortment_item AS i
                    (shop, key, gtin, sku, brand, supplier, article, title, url, picture)
                SELECT ?, key, gtin, sku, brand, supplier, article, title, url, picture FROM given
                ON CONFLICT (shop, key) DO UPDATE SET gtin = excluded.gtin, sku = excluded.sku,
                    brand = excluded.brand, supplier = excluded.supplier, article = excluded.article,
                    title = excluded.title, url = excluded.url, picture = excluded.picture
                WHERE (i.gtin, i.sku, i.brand, i.supplier, i.article, i.title, i.url, i.picture)
                    IS DISTINCT FROM (excluded.gtin, excluded.sku, excluded.brand, excluded.supplier,
                        excluded.article, excluded.title, excluded.url, excluded.picture)
                RETURNING i.key)
            SELECT p.key, CASE WHEN b.key IS NULL THEN 'CREATED' ELSE 'CHANGED' END AS outcome,
                (b.gtin, b.sku, b.brand, b.supplier, b.article)
                    IS DISTINCT FROM (g.gtin, g.sku, g.brand, g.supplier, g.article) AS keys_changed
            FROM put p JOIN given g ON g.key = p.key LEFT JOIN before b ON b.key = p.key
            UNION ALL
            SELECT key, 'REMOVED', true FROM gone""";

    private static final String REMOVED = "REMOVED";

    private final DataSource dataSource;
    private final ObjectMapper json;

    AssortmentTable(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /**
     * How often an assortment changed.
     *
     * @param version of the whole; 0 for a shop that never brought one
     * @param keysVersion when what content-service keeps of it changed last
     */
    record Stand(long version, long keysVersion) {}

    /** An item with what it is known by. */
    record Kept(String key, AssortmentItem item) {}

    /**
     * What a change did.
     *
     * @param outcomes by key; what isn't in it stayed as it was
     * @param keysChanged whether a key of any product is another than before
     */
    record Written(Map<String, ItemReport.Outcome> outcomes, int removed, boolean keysChanged) {}

    /** How it stands; nobody else changes it until this transaction ends. */
    Stand forChange(String shop) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, shop);
            begin.executeUpdate();
            return stand(connection, LOCK, shop);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    Stand stand(String shop) {
        try (Connection connection = dataSource.getConnection()) {
            return stand(connection, STAND, shop);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static Stand stand(Connection connection, String sql, String shop) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, shop);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Stand(row.getLong("version"), row.getLong("keys_version"));
            }
        }
    }

    void countUp(String shop, Stand stand) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(COUNT_UP)) {
            update.setLong(1, stand.version());
            update.setLong(2, stand.keysVersion());
            update.setString(3, shop);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    int size(String shop) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SIZE)) {
            select.setString(1, shop);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** In order of key, after a key, at most {@code limit}. */
    List<Kept> list(String shop, String after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setString(1, shop);
            select.setString(2, after);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                List<Kept> items = new ArrayList<>();
                while (row.next()) {
                    items.add(new Kept(row.getString("key"), item(row)));
                }
                return items;
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static AssortmentItem item(ResultSet row) throws SQLException {
        return new AssortmentItem(
                row.getString("gtin"),
                row.getString("sku"),
                row.getString("brand"),
                row.getString("supplier"),
                row.getString("article"),
                row.getString("title"),
                row.getString("url"),
                row.getString("picture"));
    }

    /**
     * What is to stand.
     *
     * @param items by key
     * @param replace whether what isn't among them goes
     * @param unsold keys that go, unless they are among the items
     * @param spared keys that stay even so
     */
    record Given(
            Map<String, AssortmentItem> items, boolean replace, Collection<String> unsold, Collection<String> spared) {}

    /** Writes items, each key once. */
    Written put(String shop, Given given) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setString(1, asJson(given.items()));
            put.setString(2, shop);
            put.setString(3, shop);
            put.setBoolean(4, given.replace());
            put.setArray(5, connection.createArrayOf("text", given.unsold().toArray()));
            put.setArray(6, connection.createArrayOf("text", given.spared().toArray()));
            put.setString(7, shop);
            try (ResultSet row = put.executeQuery()) {
                return written(row);
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static Written written(ResultSet row) throws SQLException {
        Map<String, ItemReport.Outcome> outcomes = new HashMap<>();
        int removed = 0;
        boolean keysChanged = false;
        while (row.next()) {
            keysChanged |= row.getBoolean("keys_changed");
            if (row.getString("outcome").equals(REMOVED)) {
                removed++;
            } else {
                outcomes.put(row.getString("key"), ItemReport.Outcome.valueOf(row.getString("outcome")));
            }
        }
        return new Written(outcomes, removed, keysChanged);
    }

    private String asJson(Map<String, AssortmentItem> items) {
        ArrayNode rows = json.createArrayNode();
        items.forEach((key, item) -> {
            ObjectNode row = json.valueToTree(item);
            rows.add(row.put("key", key));
        });
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A list of texts has a JSON form", unwritable);
        }
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("The assortment can't be read or written", failure);
    }
}
