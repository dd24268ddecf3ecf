package nl.etalage.content.access.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.Map;
import nl.etalage.content.ops.StoredJson;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Fetches the profiles of shops that changed, and the list of merge fields, until each has been had. The feed only says
 * that a shop changed; its values never travel in events.
 */
@ApplicationScoped
class FetchProfiles {

    private static final Logger LOG = Logger.getLogger(FetchProfiles.class);

    /**
     * Takes a few at a time, and leaves each to others until its lease ends: twice what connecting and reading may take.
     * Failures double the pause, from a second to about a minute.
     */
    private static final String CLAIM =
            """
            UPDATE shop SET fetch_failures = fetch_failures + 1,
                fetch_after = CAST(? AS timestamptz) + interval '14 seconds'
            WHERE slug IN (
                SELECT slug FROM shop WHERE fetched_version IS DISTINCT FROM version AND fetch_after <= ?
                ORDER BY fetch_after LIMIT 20 FOR UPDATE SKIP LOCKED)
            RETURNING slug, version, fetch_failures""";

    private static final String STORE =
            """
            UPDATE shop SET merge_fields = CAST(? AS jsonb), fetched_version = ?, fetch_failures = 0,
                fetch_after = '-infinity' WHERE slug = ?""";
    private static final String LATER = "UPDATE shop SET fetch_after = ? WHERE slug = ?";
    private static final int LONGEST_PAUSE_DOUBLINGS = 6;

    private final javax.sql.DataSource worker;
    private final ShopsService shops;
    private final ServiceToken token;
    private final Clock clock;

    FetchProfiles(
            @DataSource("worker") io.agroal.api.AgroalDataSource worker,
            @RestClient ShopsService shops,
            ServiceToken token,
            Clock clock) {
        this.worker = worker;
        this.shops = shops;
        this.token = token;
        this.clock = clock;
    }

    private record Wanted(String slug, long version, int failures) {}

    /** One round: everything that is due now. */
    void run() {
        try (Connection connection = worker.getConnection()) {
            mergeFields(connection);
            for (Wanted wanted : claim(connection)) {
                fetch(connection, wanted);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Profiles of shops can't be stored: " + failure.getMessage(), failure);
        }
    }

    private List<Wanted> claim(Connection connection) throws SQLException {
        List<Wanted> claimed = new ArrayList<>();
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, at(clock.instant()));
            claim.setObject(2, at(clock.instant()));
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(new Wanted(row.getString(1), row.getLong(2), row.getInt(3)));
                }
            }
        }
        return claimed;
    }

    private void fetch(Connection connection, Wanted wanted) throws SQLException {
        try {
            var profile = shops.shop(wanted.slug(), "Bearer " + token.get());
            store(connection, wanted, profile.mergeFields() == null ? Map.of() : profile.mergeFields());
        } catch (WebApplicationException | ProcessingException | TimeoutException failure) {
            LOG.infof("The profile of %s will be asked again: %s", wanted.slug(), failure.getMessage());
            int doublings = Math.min(wanted.failures() - 1, LONGEST_PAUSE_DOUBLINGS);
            try (PreparedStatement later = connection.prepareStatement(LATER)) {
                later.setObject(1, at(clock.instant().plusSeconds(1L << doublings)));
                later.setString(2, wanted.slug());
                later.executeUpdate();
            }
        }
    }

    private static void store(Connection connection, Wanted wanted, Map<String, Map<String, String>> fields)
            throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setString(1, StoredJson.MAPPER.writeValueAsString(fields));
            // What changed since the claim keeps a higher version and is fetched again.
            store.setLong(2, wanted.version());
            store.setString(3, wanted.slug());
            store.executeUpdate();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A map of texts has a JSON form", unwritable);
        }
    }

    private void mergeFields(Connection connection) throws SQLException {
        long wanted = wantedMergeFields(connection);
        if (wanted == 0) {
            return;
        }
        try {
            List<String> names = shops.mergeFields("Bearer " + token.get()).names();
            replaceMergeFields(connection, names, wanted);
        } catch (WebApplicationException | ProcessingException | TimeoutException failure) {
            LOG.infof("The merge fields will be asked again: %s", failure.getMessage());
        }
    }

    /** Claims the list for two seconds; 0 when it is up to date or claimed. */
    private long wantedMergeFields(Connection connection) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(
                """
                UPDATE merge_field_fetch SET fetch_after = CAST(? AS timestamptz) + interval '2 seconds'
                WHERE fetched < wanted AND fetch_after <= ? RETURNING wanted""")) {
            claim.setObject(1, at(clock.instant()));
            claim.setObject(2, at(clock.instant()));
            try (ResultSet row = claim.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static void replaceMergeFields(Connection connection, List<String> names, long wanted) throws SQLException {
        try (PreparedStatement replace = connection.prepareStatement(
                """
                WITH known AS (SELECT DISTINCT unnest(CAST(? AS text[])) AS name),
                     gone AS (DELETE FROM merge_field m WHERE m.name NOT IN (SELECT name FROM known)),
                     done AS (UPDATE merge_field_fetch SET fetched = ?, fetch_after = '-infinity')
                INSERT INTO merge_field SELECT name FROM known ON CONFLICT DO NOTHING""")) {
            replace.setArray(1, connection.createArrayOf("text", names.toArray()));
            replace.setLong(2, wanted);
            replace.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
