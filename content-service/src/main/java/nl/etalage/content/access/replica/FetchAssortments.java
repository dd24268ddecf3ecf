package nl.etalage.content.access.replica;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.agroal.DataSource;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
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
import nl.etalage.content.ops.StoredJson;
import nl.etalage.content.productkey.Gtin;
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

    private record Copy(long version, String items) {}

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
        ShopsService.ProductKeys part = shops.assortment(shop, "", "Bearer " + token.get());
        long version = part.version();
        add(items, part);
        while (part.next() != null) {
            part = shops.assortment(shop, part.next(), "Bearer " + token.get());
            if (part.version() != version) {
                return Optional.empty();
            }
            add(items, part);
        }
        return Optional.of(new Copy(version, items.toString()));
    }

    /** As they are compared, not as they are written. */
    private static void add(ArrayNode items, ShopsService.ProductKeys part) {
        for (ShopsService.StockedItem item : part.items()) {
            items.addObject()
                    .put("item", item.item())
                    .put("gtin", Gtin.of(item.gtin()).map(Gtin::value).orElse(null))
                    .put("sku", PlainName.of(item.sku()))
                    .put("brand", PlainName.of(item.brand()))
                    .put("supplier", PlainName.of(item.supplier()))
                    .put("article", PlainName.of(item.article()));
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
