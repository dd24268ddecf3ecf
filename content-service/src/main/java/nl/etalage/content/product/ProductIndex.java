package nl.etalage.content.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.content.productkey.Gtin;
import nl.etalage.content.productkey.PlainName;
import nl.etalage.paging.PageRequest;

/** Looks up stories by product, and products in an assortment. What is visible, library_listed_to decides. */
@ApplicationScoped
class ProductIndex {

    private static final int MOST_STOCKED = 1_000;

    private static final String STOCKED =
            """
            SELECT gtin, sku, brand, supplier, article FROM assortment_item WHERE shop = ? AND gtin = ANY (?)
            UNION ALL
            SELECT gtin, sku, brand, supplier, article FROM assortment_item WHERE shop = ? AND sku = ANY (?)
            UNION ALL
            SELECT gtin, sku, brand, supplier, article FROM assortment_item WHERE shop = ? AND article = ANY (?)
            LIMIT ?""";
    private static final String STAND = "SELECT coalesce(max(fetched_version), 0) FROM assortment WHERE shop = ?";
    private static final String FOUND =
            """
            SELECT DISTINCT p.key FROM library_product p JOIN library_listed_to(?, ?) i ON i.story = p.story
            WHERE p.key = ANY (?)""";

    /** The keys first: the planner may not walk the newest stories in search of a product. */
    private static final String PAGE =
            """
            WITH found AS MATERIALIZED (
                SELECT story, array_agg(key) AS keys FROM library_product WHERE key = ANY (?) GROUP BY story)
            SELECT i.story, i.appeared_at, f.keys FROM found f JOIN library_listed_to(?, ?) i ON i.story = f.story
            WHERE (i.appeared_at, i.story) < (?, ?)
            ORDER BY i.appeared_at DESC, i.story DESC LIMIT ?""";

    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.MAX;

    private final DataSource dataSource;

    ProductIndex(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A story and the keys it was found by. */
    record Hit(UUID story, Instant appearedAt, List<String> keys) {}

    /** What the shop sells among these. */
    List<StockedProduct> stocked(String shop, List<AskedKey> asked) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STOCKED)) {
            select.setString(1, shop);
            select.setArray(
                    2,
                    texts(
                            connection,
                            asked.stream()
                                    .map(key ->
                                            Gtin.of(key.gtin()).map(Gtin::value).orElse(null))
                                    .toList()));
            select.setString(3, shop);
            select.setArray(
                    4,
                    texts(
                            connection,
                            asked.stream().map(key -> PlainName.of(key.sku())).toList()));
            select.setString(5, shop);
            select.setArray(
                    6,
                    texts(
                            connection,
                            asked.stream()
                                    .map(key -> PlainName.of(key.article()))
                                    .toList()));
            select.setInt(7, MOST_STOCKED);
            return products(select);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static List<StockedProduct> products(PreparedStatement select) throws SQLException {
        List<StockedProduct> products = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                products.add(new StockedProduct(
                        row.getString("gtin"),
                        row.getString("sku"),
                        row.getString("brand"),
                        row.getString("supplier"),
                        row.getString("article")));
            }
        }
        return products;
    }

    /** Changes with the shop's assortment. */
    long stand(String shop) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STAND)) {
            select.setString(1, shop);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Which of these keys have a story that the shop may use now. */
    Set<String> found(String shop, Instant now, Collection<String> keys) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FOUND)) {
            select.setString(1, shop);
            select.setObject(2, now.atOffset(ZoneOffset.UTC));
            select.setArray(3, texts(connection, keys));
            Set<String> found = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** The newest first, one more than the page holds. */
    List<Hit> page(String shop, Instant now, Collection<String> keys, PageRequest page) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setArray(1, texts(connection, keys));
            select.setString(2, shop);
            select.setObject(3, now.atOffset(ZoneOffset.UTC));
            select.setObject(
                    4,
                    page.first()
                            ? END_OF_TIME
                            : OffsetDateTime.parse(page.after().get(0)));
            select.setObject(
                    5,
                    page.first()
                            ? new UUID(-1, -1)
                            : UUID.fromString(page.after().get(1)));
            select.setInt(6, page.limit() + 1);
            return hits(select);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static List<Hit> hits(PreparedStatement select) throws SQLException {
        List<Hit> hits = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                hits.add(new Hit(
                        row.getObject("story", UUID.class),
                        row.getObject("appeared_at", OffsetDateTime.class).toInstant(),
                        Arrays.asList((String[]) row.getArray("keys").getArray())));
            }
        }
        return hits;
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf(
                "text", texts.stream().filter(Objects::nonNull).toArray());
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("Products can't be looked up", failure);
    }
}
