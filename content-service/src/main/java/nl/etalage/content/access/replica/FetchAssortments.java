package nl.etalage.content.access.replica;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.agroal.DataSource;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.etalage.content.ops.StoredJson;
import nl.etalage.content.productkey.Gtin;
import nl.etalage.content.productkey.LookupKeys;
import nl.etalage.content.productkey.PlainName;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Fetches the product keys of shops whose assortment changed, until each has been had. The feed only says that they
 * changed; a copy is replaced in one transaction, so that nobody looks something up in half of it.
 */
@ApplicationScoped
class FetchAssortments {

    private static final Logger LOG = Logger.getLogger(FetchAssortments.class);

    /** Shops answer a part within seconds, and have at most ten. Failures double the pause, from a second to a minute. */
    private static final String CLAIM =
            """
            UPDATE assortment SET fetch_failures = fetch_failures + 1,
                fetch_after = CAST(? AS timestamptz) + interval '2 minutes'
            WHERE shop IN (
                SELECT shop FROM assortment WHERE fetched_version IS DISTINCT FROM version AND fetch_after <= ?
                ORDER BY fetch_after LIMIT 5 FOR UPDATE SKIP LOCKED)
            RETURNING shop, version, fetch_failures""";

    private static final String STORE =
            """
            WITH given AS (
                SELECT * FROM jsonb_to_recordset(CAST(? AS jsonb)) AS g(item text, gtin text, sku text, brand text,
                    supplier text, article text)),
            gone AS (
                DELETE FROM assortment_item i WHERE i.shop = ?
                    AND NOT EXISTS (SELECT FROM given g WHERE g.item = i.item))
            INSERT INTO assortment_item AS i (shop, item, gtin, sku, brand, supplier, article)
            SELECT ?, item, gtin, sku, brand, supplier, article FROM given
            ON CONFLICT (shop, item) DO UPDATE SET gtin = excluded.gtin, sku = excluded.sku, brand = excluded.brand,
                supplier = excluded.supplier, article = excluded.article
            WHERE (i.gtin, i.sku, i.brand, i.supplier, i.article) IS DISTINCT FROM
                (excluded.gtin, excluded.sku, excluded.brand, excluded.supplier, excluded.article)""";

    /** What came and what went. */
    private static final String KEYS =
            """
            WITH given AS (SELECT DISTINCT unnest(CAST(? AS text[])) AS key),
            gone AS (
                DELETE FROM assortment_key k WHERE k.shop = ?
                    AND NOT EXISTS (SELECT FROM given g WHERE g.key = k.key) RETURNING k.key),
            came AS (
                INSERT INTO assortment_key (shop, key) SELECT ?, key FROM given ON CONFLICT DO NOTHING RETURNING key)
            SELECT coalesce(array_agg(key), '{}') FROM (TABLE gone UNION ALL TABLE came) changed""";

    /** A story that is being released is seen by the next statement, or its event comes after this transaction. */
    private static final String AFTER_RELEASES = "SELECT FROM event_feed WHERE name = 'library' FOR SHARE";

    private static final String LIBRARY_CHANGED =
            """
            UPDATE shop SET stock_version = stock_version + 1
            WHERE slug = ? AND EXISTS (
                SELECT FROM library_item i JOIN library_product p ON p.story = i.story
                WHERE i.only_stocked AND p.key = ANY (?))""";
    private static final String FETCHED =
            """
            UPDATE assortment SET fetched_version = ?, fetch_failures = 0, fetch_after = '-infinity'
            WHERE shop = ?""";
    private static final String LATER = "UPDATE assortment SET fetch_after = ? WHERE shop = ?";
    private static final int LONGEST_PAUSE_DOUBLINGS = 6;

    private final javax.sql.DataSource worker;
    private final ShopsService shops;
    private final ServiceToken token;
    private final Clock clock;

    FetchAssortments(
            @DataSource("worker") io.agroal.api.AgroalDataSource worker,
            @RestClient ShopsService shops,
            ServiceToken token,
            Clock clock) {
        this.worker = worker;
        this.shops = shops;
        this.token = token;
        this.clock = clock;
    }

    private record Wanted(String shop, int failures) {}

    private record Copy(long version, String items, Set<String> keys) {}

    /** One round: everything that is due now. */
    void run() {
        try (Connection connection = worker.getConnection()) {
            for (Wanted wanted : claim(connection)) {
                fetch(connection, wanted);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Assortments can't be stored: " + failure.getMessage(), failure);
        }
    }

    private List<Wanted> claim(Connection connection) throws SQLException {
        List<Wanted> claimed = new ArrayList<>();
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, at(clock.instant()));
            claim.setObject(2, at(clock.instant()));
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(new Wanted(row.getString("shop"), row.getInt("fetch_failures")));
                }
            }
        }
        return claimed;
    }

    private void fetch(Connection connection, Wanted wanted) throws SQLException {
        try {
            Optional<Copy> copy = copy(wanted.shop());
            if (copy.isPresent()) {
                store(connection, wanted.shop(), copy.get());
            } else {
                later(connection, wanted, 0);
            }
        } catch (WebApplicationException | ProcessingException | TimeoutException failure) {
            LOG.infof("The assortment of %s will be asked again: %s", wanted.shop(), failure.getMessage());
            later(connection, wanted, 1L << Math.min(wanted.failures() - 1, LONGEST_PAUSE_DOUBLINGS));
        }
    }

    /** All parts; empty when the assortment changed between two of them. */
    private Optional<Copy> copy(String shop) {
        ArrayNode items = StoredJson.MAPPER.createArrayNode();
        Set<String> keys = new TreeSet<>();
        ShopsService.ProductKeys part = shops.assortment(shop, "", "Bearer " + token.get());
        long version = part.version();
        add(items, keys, part);
        while (part.next() != null) {
            part = shops.assortment(shop, part.next(), "Bearer " + token.get());
            if (part.version() != version) {
                return Optional.empty();
            }
            add(items, keys, part);
        }
        return Optional.of(new Copy(version, items.toString(), keys));
    }

    /** As they are compared, not as they are written. */
    private static void add(ArrayNode items, Set<String> keys, ShopsService.ProductKeys part) {
        for (ShopsService.StockedItem item : part.items()) {
            String gtin = Gtin.of(item.gtin()).map(Gtin::value).orElse(null);
            String sku = PlainName.of(item.sku());
            String brand = PlainName.of(item.brand());
            String supplier = PlainName.of(item.supplier());
            String article = PlainName.of(item.article());
            items.addObject()
                    .put("item", item.item())
                    .put("gtin", gtin)
                    .put("sku", sku)
                    .put("brand", brand)
                    .put("supplier", supplier)
                    .put("article", article);
            keys.addAll(LookupKeys.sold(gtin, sku, brand, supplier, article));
        }
    }

    private static void store(Connection connection, String shop, Copy copy) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement store = connection.prepareStatement(STORE);
                PreparedStatement fetched = connection.prepareStatement(FETCHED)) {
            store.setString(1, copy.items());
            store.setString(2, shop);
            store.setString(3, shop);
            store.executeUpdate();
            keys(connection, shop, copy);
            // What changed since the claim keeps a higher version and is fetched again.
            fetched.setLong(1, copy.version());
            fetched.setString(2, shop);
            fetched.executeUpdate();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The shop's library changes by it only where a story is for who sells one of these. */
    private static void keys(Connection connection, String shop, Copy copy) throws SQLException {
        try (PreparedStatement keys = connection.prepareStatement(KEYS);
                PreparedStatement afterReleases = connection.prepareStatement(AFTER_RELEASES);
                PreparedStatement libraryChanged = connection.prepareStatement(LIBRARY_CHANGED)) {
            keys.setArray(1, connection.createArrayOf("text", copy.keys().toArray()));
            keys.setString(2, shop);
            keys.setString(3, shop);
            Array changed;
            try (ResultSet row = keys.executeQuery()) {
                row.next();
                changed = row.getArray(1);
            }
            afterReleases.execute();
            libraryChanged.setString(1, shop);
            libraryChanged.setArray(2, changed);
            libraryChanged.executeUpdate();
        }
    }

    private void later(Connection connection, Wanted wanted, long seconds) throws SQLException {
        try (PreparedStatement later = connection.prepareStatement(LATER)) {
            later.setObject(1, at(clock.instant().plusSeconds(seconds)));
            later.setString(2, wanted.shop());
            later.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
