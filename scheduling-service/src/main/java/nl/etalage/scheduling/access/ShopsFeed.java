package nl.etalage.scheduling.access;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.etalage.eventfeed.FeedEvent;
import nl.etalage.eventfeed.FeedHandler;
import nl.etalage.idempotency.IdempotencyCleanup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps shops, memberships and bindings as shops-service tells them. A version that came before is left alone. */
@ApplicationScoped
public class ShopsFeed implements FeedHandler {

    /** The feed's name. */
    public static final String NAME = "shops";

    private static final String SHOP =
            """
            INSERT INTO shop (slug, kind, state, time_zone, locale, sandbox, version) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (slug) DO UPDATE SET kind = EXCLUDED.kind, state = EXCLUDED.state,
                time_zone = EXCLUDED.time_zone, locale = EXCLUDED.locale, sandbox = EXCLUDED.sandbox,
                version = EXCLUDED.version
             WHERE shop.version <= EXCLUDED.version""";
    private static final String MEMBER =
            """
            INSERT INTO membership (id, shop, issuer, subject, role, from_date, until_date, trusted, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET shop = EXCLUDED.shop, issuer = EXCLUDED.issuer, subject = EXCLUDED.subject,
                role = EXCLUDED.role, from_date = EXCLUDED.from_date, until_date = EXCLUDED.until_date,
                trusted = EXCLUDED.trusted, version = EXCLUDED.version
             WHERE membership.version <= EXCLUDED.version""";
    private static final String INTEGRATION =
            """
            INSERT INTO integration (id, shop, issuer, client_id, scopes, state, until_date, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET shop = EXCLUDED.shop, issuer = EXCLUDED.issuer,
                client_id = EXCLUDED.client_id, scopes = EXCLUDED.scopes, state = EXCLUDED.state,
                until_date = EXCLUDED.until_date, version = EXCLUDED.version
             WHERE integration.version <= EXCLUDED.version""";

    private static final String MEMBER_GONE =
            """
            DELETE FROM membership m WHERE id = ?
            RETURNING issuer, subject, NOT EXISTS (
                SELECT FROM membership o WHERE o.issuer = m.issuer AND o.subject = m.subject AND o.id <> m.id) AS last""";

    private static final String WAS_ELSE =
            "SELECT 1 FROM shop WHERE slug = ? AND version <= ? AND state <> 'active' FOR UPDATE";

    private final URI source;
    private final ShopJoined newcomers;

    ShopsFeed(@ConfigProperty(name = "etalage.shops-url") URI shops, ShopJoined newcomers) {
        this.newcomers = newcomers;
        this.source = URI.create(shops + "/events");
    }

    @Override
    public String feed() {
        return NAME;
    }

    @Override
    public URI source() {
        return source;
    }

    @Override
    public void apply(Connection connection, FeedEvent event) throws SQLException {
        JsonNode data = event.data();
        switch (event.type()) {
            case "nl.etalage.shops.shop.changed.v1" -> {
                boolean joins = joins(connection, data);
                shop(connection, data);
                if (joins) {
                    newcomers.joined(
                            connection,
                            data.path("slug").asText(),
                            data.path("locale").asText("nl-NL"));
                }
            }
            case "nl.etalage.shops.member.changed.v1" -> member(connection, data);
            case "nl.etalage.shops.member.removed.v1" -> memberGone(connection, data);
            case "nl.etalage.shops.integration.changed.v1" -> integration(connection, data);
            case "nl.etalage.shops.integration.removed.v1" -> integrationGone(connection, data);
            default -> {
                // A kind of event that this service has no use for.
            }
        }
    }

    /** A closed shop that opens again begins anew too; one that was active when first heard of began long ago. */
    private static boolean joins(Connection connection, JsonNode data) throws SQLException {
        if (!"active".equals(data.path("state").asText())) {
            return false;
        }
        try (PreparedStatement select = connection.prepareStatement(WAS_ELSE)) {
            select.setString(1, data.path("slug").asText());
            select.setLong(2, data.path("version").asLong());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void shop(Connection connection, JsonNode data) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(SHOP)) {
            upsert.setString(1, data.path("slug").asText());
            upsert.setString(2, data.path("kind").asText("shop"));
            upsert.setString(3, data.path("state").asText("active"));
            upsert.setString(4, data.path("timeZone").asText("Europe/Amsterdam"));
            upsert.setString(5, data.path("locale").asText("nl-NL"));
            upsert.setBoolean(6, data.path("sandbox").asBoolean(false));
            upsert.setLong(7, data.path("version").asLong());
            upsert.executeUpdate();
        }
    }

    private static void member(Connection connection, JsonNode data) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(MEMBER)) {
            upsert.setObject(1, id(data));
            upsert.setString(2, text(data, "shop"));
            upsert.setString(3, data.path("issuer").asText());
            upsert.setString(4, data.path("subject").asText());
            upsert.setString(5, data.path("role").asText());
            setDate(upsert, 6, text(data, "from"));
            setDate(upsert, 7, text(data, "until"));
            upsert.setBoolean(8, data.path("trusted").asBoolean(false));
            upsert.setLong(9, data.path("version").asLong());
            upsert.executeUpdate();
        }
    }

    private static void integration(Connection connection, JsonNode data) throws SQLException {
        List<String> scopes = new ArrayList<>();
        data.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        try (PreparedStatement upsert = connection.prepareStatement(INTEGRATION)) {
            upsert.setObject(1, id(data));
            upsert.setString(2, data.path("shop").asText());
            upsert.setString(3, data.path("issuer").asText());
            upsert.setString(4, data.path("clientId").asText());
            upsert.setArray(5, connection.createArrayOf("text", scopes.toArray()));
            upsert.setString(6, data.path("state").asText("active"));
            setDate(upsert, 7, text(data, "until"));
            upsert.setLong(8, data.path("version").asLong());
            upsert.executeUpdate();
        }
    }

    /** With the last of a person's memberships goes the last that names them here. */
    private static void memberGone(Connection connection, JsonNode data) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(MEMBER_GONE)) {
            delete.setObject(1, id(data));
            try (ResultSet row = delete.executeQuery()) {
                if (row.next() && row.getBoolean("last")) {
                    IdempotencyCleanup.forgetOf(connection, row.getString("issuer"), row.getString("subject"));
                }
            }
        }
    }

    private static void integrationGone(Connection connection, JsonNode data) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM integration WHERE id = ?")) {
            delete.setObject(1, id(data));
            delete.executeUpdate();
        }
    }

    private static UUID id(JsonNode data) {
        return UUID.fromString(data.path("id").asText());
    }

    private static String text(JsonNode data, String name) {
        return data.hasNonNull(name) ? data.get(name).asText() : null;
    }

    private static void setDate(PreparedStatement statement, int index, String date) throws SQLException {
        if (date == null) {
            statement.setNull(index, Types.DATE);
        } else {
            statement.setObject(index, LocalDate.parse(date));
        }
    }
}
