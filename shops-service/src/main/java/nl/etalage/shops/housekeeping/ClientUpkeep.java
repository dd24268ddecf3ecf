package nl.etalage.shops.housekeeping;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.NewEvent;
import nl.etalage.shops.feed.ShopsFeed;
import nl.etalage.shops.keycloak.KeycloakClients;
import nl.etalage.shops.keycloak.ProviderAwayException;
import org.jboss.logging.Logger;

/**
 * Makes the clients at the provider what integrations want them to be: ends those whose moment has come, takes away what
 * belongs to nobody, and carries over a pause, an end or other scopes. What somebody may do never waits for this: the
 * binding says so at once. When the provider is away, everything waits for the next round.
 */
@ApplicationScoped
public class ClientUpkeep {

    private static final Logger LOG = Logger.getLogger(ClientUpkeep.class);

    /** Clients handled in a round; the rest comes in the next. */
    private static final int BATCH = 100;

    private static final String ENDED =
            """
            DELETE FROM integration_client c USING integration i
             WHERE i.id = c.integration AND c.id IN
                   (SELECT id FROM integration_client WHERE ends_at <= ? ORDER BY ends_at LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING c.id, c.integration, c.shop, c.issuer, c.client_id, c.made_here, i.version""";
    private static final String REMOVE = "INSERT INTO client_removal (id, due_at) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String DUE = "SELECT id FROM client_removal WHERE due_at <= ? ORDER BY due_at LIMIT ?";
    private static final String REMOVED = "DELETE FROM client_removal WHERE id = ?";
    private static final String CHANGED =
            """
            SELECT id, client_id, wanted, scopes
              FROM (SELECT c.id, c.client_id, c.told_enabled, c.told_scopes, i.scopes,
                           i.state = 'active' AND ((CAST(? AS timestamptz) AT TIME ZONE s.time_zone)::date
                               <= coalesce(i.until_date, 'infinity')) AS wanted
                      FROM integration_client c JOIN integration i ON i.id = c.integration
                      JOIN shop s ON s.slug = c.shop
                     WHERE c.made_here) AS client
             WHERE told_enabled <> wanted OR told_scopes <> scopes
             ORDER BY id LIMIT ?""";
    private static final String TOLD = "UPDATE integration_client SET told_enabled = ?, told_scopes = ? WHERE id = ?";

    private final AgroalDataSource worker;
    private final EventFeed feed;
    private final KeycloakClients keycloak;
    private final Clock clock;

    ClientUpkeep(@DataSource("worker") AgroalDataSource worker, EventFeed feed, KeycloakClients keycloak, Clock clock) {
        this.worker = worker;
        this.feed = feed;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    /** The last that others hear of a client. */
    private record Removed(
            UUID id, UUID integration, String shop, String issuer, String clientId, String state, long version) {}

    private record Wanted(UUID id, String clientId, boolean enabled, List<String> scopes) {}

    /** One round. */
    public void run() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection connection = worker.getConnection()) {
            end(connection, now);
            if (keycloak.available()) {
                remove(connection, now);
                adjust(connection, now);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The clients of integrations can't be kept up", failure);
        } catch (ProviderAwayException away) {
            LOG.warnf("Clients wait for the provider: %s", away.getMessage());
        }
    }

    private void end(Connection connection, OffsetDateTime now) throws SQLException {
        connection.setAutoCommit(false);
        try {
            List<NewEvent> events = new ArrayList<>();
            try (PreparedStatement ended = connection.prepareStatement(ENDED)) {
                ended.setObject(1, now);
                ended.setInt(2, BATCH);
                try (ResultSet row = ended.executeQuery()) {
                    while (row.next()) {
                        events.add(removed(row));
                        if (row.getBoolean("made_here")) {
                            note(connection, row.getObject("id", UUID.class), now);
                        }
                    }
                }
            }
            if (!events.isEmpty()) {
                feed.append(connection, ShopsFeed.NAME, events);
                LOG.infof("%d clients of integrations ended", events.size());
            }
            connection.commit();
        } finally {
            // What was not committed is not meant.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static NewEvent removed(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new NewEvent(
                "nl.etalage.shops.integration.changed.v1",
                "integration/" + id,
                new Removed(
                        id,
                        row.getObject("integration", UUID.class),
                        row.getString("shop"),
                        row.getString("issuer"),
                        row.getString("client_id"),
                        "removed",
                        row.getLong("version")));
    }

    private static void note(Connection connection, UUID client, OffsetDateTime due) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REMOVE)) {
            insert.setObject(1, client);
            insert.setObject(2, due);
            insert.executeUpdate();
        }
    }

    private void remove(Connection connection, OffsetDateTime now) throws SQLException {
        List<UUID> due = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, now);
            select.setInt(2, BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(row.getObject(1, UUID.class));
                }
            }
        }
        for (UUID client : due) {
            keycloak.remove(client);
            try (PreparedStatement delete = connection.prepareStatement(REMOVED)) {
                delete.setObject(1, client);
                delete.executeUpdate();
            }
        }
    }

    private void adjust(Connection connection, OffsetDateTime now) throws SQLException {
        for (Wanted client : changed(connection, now)) {
            keycloak.adjust(client.id(), client.clientId(), client.enabled(), Set.copyOf(client.scopes()));
            try (PreparedStatement told = connection.prepareStatement(TOLD)) {
                told.setBoolean(1, client.enabled());
                told.setArray(
                        2, connection.createArrayOf("text", client.scopes().toArray()));
                told.setObject(3, client.id());
                told.executeUpdate();
            }
        }
    }

    private static List<Wanted> changed(Connection connection, OffsetDateTime now) throws SQLException {
        List<Wanted> changed = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CHANGED)) {
            select.setObject(1, now);
            select.setInt(2, BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changed.add(new Wanted(
                            row.getObject("id", UUID.class),
                            row.getString("client_id"),
                            row.getBoolean("wanted"),
                            Arrays.asList((String[]) row.getArray("scopes").getArray())));
                }
            }
        }
        return changed;
    }
}
