package nl.etalage.shops.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.identity.Caller;

/** Finds who a caller is to us. Runs before any shop is entered, so it opens the caller's own rows, and closes them. */
@ApplicationScoped
class Standings {

    private static final String OWN_ROWS = "SELECT set_config('app.caller', ?, true)";
    private static final String MEMBERSHIPS =
            """
            SELECT m.id, m.shop, s.name, m.role, m.trusted, m.from_date, m.until_date, s.time_zone
            FROM member m LEFT JOIN shop s ON s.slug = m.shop
            WHERE m.issuer = ? AND m.subject = ? ORDER BY m.shop NULLS FIRST, m.id""";
    private static final String BINDING =
            """
            SELECT i.id, i.shop, s.name, i.scopes, i.until_date, s.time_zone
            FROM integration_client c JOIN integration i ON i.id = c.integration JOIN shop s ON s.slug = i.shop
            WHERE c.issuer = ? AND c.client_id = ? AND i.state = 'active' AND (c.ends_at IS NULL OR c.ends_at > ?)""";

    private final DataSource dataSource;
    private final Clock clock;
    private final ZoneId networkZone;

    Standings(DataSource dataSource, Clock clock, NetworkConfig network) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.networkZone = network.timeZone();
    }

    Standing of(Caller caller) {
        String name = caller.machine() ? caller.clientId() : caller.subject();
        try (Connection connection = dataSource.getConnection()) {
            open(connection, caller.issuer() + " " + name);
            Standing standing = caller.machine()
                    ? new Standing(caller, List.of(), binding(connection, caller))
                    : new Standing(caller, memberships(connection, caller), Optional.empty());
            open(connection, "");
            return standing;
        } catch (SQLException failure) {
            throw new IllegalStateException("The caller's memberships can't be read", failure);
        }
    }

    private static void open(Connection connection, String caller) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OWN_ROWS)) {
            statement.setString(1, caller);
            statement.execute();
        }
    }

    private List<Membership> memberships(Connection connection, Caller caller) throws SQLException {
        Instant now = clock.instant();
        List<Membership> memberships = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(MEMBERSHIPS)) {
            statement.setString(1, caller.issuer());
            statement.setString(2, caller.subject());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Membership membership = membership(row);
                    if (membership.holdsAt(now)) {
                        memberships.add(membership);
                    }
                }
            }
        }
        return memberships;
    }

    private Membership membership(ResultSet row) throws SQLException {
        String zone = row.getString("time_zone");
        return new Membership(
                row.getObject("id", UUID.class),
                row.getString("shop"),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getBoolean("trusted"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class),
                zone == null ? networkZone : ZoneId.of(zone));
    }

    private Optional<Binding> binding(Connection connection, Caller caller) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BINDING)) {
            statement.setString(1, caller.issuer());
            statement.setString(2, caller.clientId());
            statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(binding(row)).filter(binding -> binding.holdsAt(clock.instant()))
                        : Optional.empty();
            }
        }
    }

    private static Binding binding(ResultSet row) throws SQLException {
        String[] scopes = (String[]) row.getArray("scopes").getArray();
        return new Binding(
                row.getObject("id", UUID.class),
                row.getString("shop"),
                row.getString("name"),
                Set.copyOf(Arrays.asList(scopes)),
                row.getObject("until_date", LocalDate.class),
                ZoneId.of(row.getString("time_zone")));
    }
}
