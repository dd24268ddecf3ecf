package nl.etalage.content.access;

import jakarta.enterprise.context.RequestScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.identity.Caller;
import nl.etalage.identity.CurrentCaller;
import nl.etalage.rowsecurity.RowSecurity;

/** Looks up once per request what the caller may do today. */
@RequestScoped
public class CurrentAccess {

    /** The last day of a membership counts whole, in the zone of its shop; the central group keeps Dutch days. */
    private static final String MEMBERSHIPS =
            """
            SELECT m.id, m.shop, m.role,
                   (CAST(? AS timestamptz) AT TIME ZONE coalesce(s.time_zone, 'Europe/Amsterdam'))::date
                       BETWEEN m.valid_from AND coalesce(m.valid_until, 'infinity') AS holds
            FROM membership m LEFT JOIN shop s ON s.slug = m.shop
            WHERE m.issuer = ? AND m.subject = ?""";

    private static final String BINDINGS =
            """
            SELECT i.id, i.shop, i.scopes FROM integration i LEFT JOIN shop s ON s.slug = i.shop
            WHERE (CAST(? AS timestamptz) AT TIME ZONE coalesce(s.time_zone, 'Europe/Amsterdam'))::date
                  <= coalesce(i.valid_until, 'infinity')
              AND i.issuer = ? AND i.client_id = ? AND i.state = 'active'""";

    private final CurrentCaller caller;
    private final DataSource dataSource;
    private final RowSecurity rowSecurity;
    private final CurrentStand stand;
    private final ReplicaMemory memory;
    private Memberships memberships;

    CurrentAccess(
            CurrentCaller caller,
            DataSource dataSource,
            RowSecurity rowSecurity,
            CurrentStand stand,
            ReplicaMemory memory) {
        this.caller = caller;
        this.dataSource = dataSource;
        this.rowSecurity = rowSecurity;
        this.stand = stand;
        this.memory = memory;
    }

    /** What the caller may do. */
    public Access get() {
        return memberships().access();
    }

    /** What it may do is judged anew. */
    void forget() {
        memberships = null;
    }

    private Memberships memberships() {
        if (memberships == null) {
            Caller who = caller.get();
            ReplicaMemory.Stand now = stand.replica();
            memberships = memory.memberships(who, now);
            if (memberships == null) {
                memberships = read(who, now.at());
                memory.keep(memberships, now);
            }
        }
        return memberships;
    }

    private Memberships read(Caller who, Instant now) {
        try (Connection connection = dataSource.getConnection()) {
            return who.machine() ? ofMachine(connection, who, now) : ofPerson(connection, who, now);
        } catch (SQLException failure) {
            throw new IllegalStateException("Memberships can't be read", failure);
        }
    }

    /** As {@link #get}; from here on the transaction sees the rows of the caller's shops only. */
    public Access enter() {
        Access access = get();
        rowSecurity.enter(access.shops());
        return access;
    }

    /** Who calls, as what they write for a shop is kept; they have a part in it. */
    public Actor actor(String shop) {
        Memberships own = memberships();
        boolean machine = own.access().caller().machine();
        return new Actor((machine ? own.bindings() : own.members()).get(shop), own.all());
    }

    /** Who calls, as what they write for the network is kept; they are in the central group. */
    public Actor centralActor() {
        return new Actor(memberships().central(), memberships().all());
    }

    /** Who calls, as the audit trail names them. */
    nl.etalage.audittrail.Actor inTheTrail() {
        Memberships own = memberships();
        Caller who = own.access().caller();
        String key = who.issuer() + "|" + who.subject();
        return who.machine()
                ? nl.etalage.audittrail.Actor.machine(
                        key, who.clientId(), own.access().shops())
                : nl.etalage.audittrail.Actor.person(key, own.members(), own.central());
    }

    private static Memberships ofPerson(Connection connection, Caller who, Instant now) throws SQLException {
        Map<String, ShopRole> roles = new HashMap<>();
        Map<String, UUID> members = new HashMap<>();
        Set<UUID> all = new HashSet<>();
        Optional<CentralRole> central = Optional.empty();
        UUID centralMember = null;
        try (PreparedStatement select = connection.prepareStatement(MEMBERSHIPS);
                ResultSet row = run(select, now, who.issuer(), who.subject())) {
            while (row.next()) {
                String role = row.getString("role").toUpperCase(Locale.ROOT);
                UUID member = row.getObject("id", UUID.class);
                all.add(member);
                if (!row.getBoolean("holds")) {
                    continue;
                }
                if (row.getString("shop") == null) {
                    centralMember = member;
                    central = strongest(central, CentralRole.valueOf(role));
                } else {
                    members.put(row.getString("shop"), member);
                    roles.merge(row.getString("shop"), ShopRole.valueOf(role), CurrentAccess::stronger);
                }
            }
        }
        return new Memberships(new Access(who, central, roles, Map.of()), members, Map.of(), all, centralMember);
    }

    private static Memberships ofMachine(Connection connection, Caller who, Instant now) throws SQLException {
        Map<String, Set<String>> scopes = new HashMap<>();
        Map<String, UUID> bindings = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(BINDINGS);
                ResultSet row = run(select, now, who.issuer(), who.clientId())) {
            while (row.next()) {
                Set<String> granted = new HashSet<>(texts(row.getArray("scopes")));
                granted.retainAll(who.scopes());
                scopes.put(row.getString("shop"), Set.copyOf(granted));
                bindings.put(row.getString("shop"), row.getObject("id", UUID.class));
            }
        }
        Access access = new Access(who, Optional.empty(), Map.of(), scopes);
        return new Memberships(access, Map.of(), bindings, Set.of(), null);
    }

    private static ResultSet run(PreparedStatement select, Instant now, String issuer, String id) throws SQLException {
        select.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        select.setString(2, issuer);
        select.setString(3, id);
        return select.executeQuery();
    }

    /** Roles are declared from the widest to the narrowest; only an editor, who writes, comes before an admin. */
    private static ShopRole stronger(ShopRole one, ShopRole other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Optional<CentralRole> strongest(Optional<CentralRole> known, CentralRole found) {
        return known.filter(role -> role.compareTo(found) <= 0).or(() -> Optional.of(found));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) array.getArray()));
    }
}
