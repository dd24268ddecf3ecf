package nl.etalage.scheduling.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.identity.Caller;

/** Looks up a caller's parts in the replica of memberships and bindings. */
@ApplicationScoped
class Memberships {

    /** The central group has no shop and so no zone of its own; it works where the network does. */
    private static final ZoneId CENTRAL_ZONE = ZoneId.of("Europe/Amsterdam");

    private static final String PARTS =
            """
            SELECT m.id, m.shop, m.role, m.trusted, m.from_date, m.until_date, s.time_zone
              FROM membership m LEFT JOIN shop s ON s.slug = m.shop
             WHERE m.issuer = ? AND m.subject = ?
             ORDER BY m.id LIMIT 1000""";
    private static final String CENTRAL_SHOPS = "SELECT slug FROM shop WHERE kind = 'central' LIMIT 10";
    private static final String BINDINGS =
            """
            SELECT i.id, i.shop, i.scopes, i.until_date, s.time_zone
              FROM integration i JOIN shop s ON s.slug = i.shop
             WHERE i.client_id = ? AND i.issuer = ? AND i.state = 'active' LIMIT 10""";

    private final DataSource dataSource;
    private final Clock clock;

    Memberships(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    Standing of(Caller caller) {
        try (Connection connection = dataSource.getConnection()) {
            return caller.machine() ? ofMachine(connection, caller) : ofPerson(connection, caller);
        } catch (SQLException failure) {
            throw new IllegalStateException("Memberships could not be read", failure);
        }
    }

    private Standing ofPerson(Connection connection, Caller caller) throws SQLException {
        Map<String, Part> parts = new HashMap<>();
        UUID central = null;
        boolean admin = false;
        try (PreparedStatement select = connection.prepareStatement(PARTS)) {
            select.setString(1, caller.issuer());
            select.setString(2, caller.subject());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Optional<Role> role = Role.of(row.getString("role"));
                    String shop = row.getString("shop");
                    if (role.isEmpty() || !holds(row, zone(row, shop))) {
                        continue;
                    }
                    UUID member = row.getObject("id", UUID.class);
                    if (shop == null) {
                        central = member;
                        admin |= role.get() == Role.ADMIN;
                    }
                    for (String where : shop == null ? centralShops(connection) : Set.of(shop)) {
                        parts.merge(
                                where,
                                Part.of(where, member, role.get(), row.getBoolean("trusted")),
                                Memberships::stronger);
                    }
                }
            }
        }
        return new Standing(parts, central, admin);
    }

    private static Part stronger(Part one, Part other) {
        return other.permissions().size() > one.permissions().size() ? other : one;
    }

    private static Set<String> centralShops(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CENTRAL_SHOPS);
                ResultSet row = select.executeQuery()) {
            Set<String> slugs = new java.util.HashSet<>();
            while (row.next()) {
                slugs.add(row.getString(1));
            }
            return slugs;
        }
    }

    private Standing ofMachine(Connection connection, Caller caller) throws SQLException {
        Map<String, Part> parts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(BINDINGS)) {
            select.setString(1, caller.clientId());
            select.setString(2, caller.issuer());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Set<Permission> permissions = permissions(caller, row.getArray("scopes"));
                    LocalDate until = row.getObject("until_date", LocalDate.class);
                    boolean ended = until != null
                            && today(zone(row, row.getString("shop"))).isAfter(until);
                    if (!permissions.isEmpty() && !ended) {
                        String shop = row.getString("shop");
                        parts.put(shop, Part.ofMachine(shop, row.getObject("id", UUID.class), permissions));
                    }
                }
            }
        }
        return new Standing(parts, null, false);
    }

    /** A scope counts when the token has it and the binding allows it. */
    private static Set<Permission> permissions(Caller caller, Array bound) throws SQLException {
        Set<String> allowed = Set.copyOf(Arrays.asList((String[]) bound.getArray()));
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (caller.has("publications:read") && allowed.contains("publications:read")) {
            permissions.add(Permission.READ);
        }
        if (caller.has("publications:write") && allowed.contains("publications:write")) {
            permissions.add(Permission.READ);
            permissions.add(Permission.PLAN);
        }
        return permissions;
    }

    private boolean holds(ResultSet row, ZoneId zone) throws SQLException {
        LocalDate today = today(zone);
        LocalDate from = row.getObject("from_date", LocalDate.class);
        LocalDate until = row.getObject("until_date", LocalDate.class);
        return (from == null || !today.isBefore(from)) && (until == null || !today.isAfter(until));
    }

    private LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** A membership may arrive before its shop. */
    private static ZoneId zone(ResultSet row, String shop) throws SQLException {
        String zone = row.getString("time_zone");
        return shop == null || zone == null ? CENTRAL_ZONE : ZoneId.of(zone);
    }
}
