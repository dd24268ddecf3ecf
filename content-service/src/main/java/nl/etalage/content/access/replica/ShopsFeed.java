package nl.etalage.content.access.replica;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.etalage.eventfeed.FeedEvent;
import nl.etalage.eventfeed.FeedHandler;
import nl.etalage.idempotency.IdempotencyCleanup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes in what shops-service tells about shops, memberships, integrations and assortments. */
@ApplicationScoped
public class ShopsFeed implements FeedHandler {

    /** Name of the feed and of its cursor. */
    public static final String NAME = "shops";

    private static final String SHOP =
            """
            INSERT INTO shop (slug, kind, state, time_zone, locale, groups, version) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (slug) DO UPDATE SET kind = excluded.kind, state = excluded.state,
                time_zone = excluded.time_zone, locale = excluded.locale, groups = excluded.groups,
                version = excluded.version, fetch_after = '-infinity', fetch_failures = 0""";
    private static final String MEMBER =
            """
            INSERT INTO membership (id, shop, issuer, subject, role, valid_from, valid_until, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET shop = excluded.shop, issuer = excluded.issuer,
                subject = excluded.subject, role = excluded.role, valid_from = excluded.valid_from,
                valid_until = excluded.valid_until, version = excluded.version""";
    private static final String MEMBER_GONE =
            """
            DELETE FROM membership m WHERE id = ?
            RETURNING issuer, subject, NOT EXISTS (
                SELECT FROM membership o WHERE o.issuer = m.issuer AND o.subject = m.subject AND o.id <> m.id) AS last""";
    private static final String INTEGRATION =
            """
            INSERT INTO integration (id, shop, issuer, client_id, scopes, state, valid_until, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET shop = excluded.shop, issuer = excluded.issuer,
                client_id = excluded.client_id, scopes = excluded.scopes, state = excluded.state,
                valid_until = excluded.valid_until, version = excluded.version""";

    private static final String ASSORTMENT =
            """
            INSERT INTO assortment (shop, version) VALUES (?, ?)
            ON CONFLICT (shop) DO UPDATE SET version = excluded.version, fetch_after = '-infinity',
                fetch_failures = 0""";

    private final URI source;

    ShopsFeed(@ConfigProperty(name = "etalage.shops-url") URI shops) {
        this.source = shops.resolve("/events");
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
        switch (event.type()) {
            case "nl.etalage.shops.shop.changed.v1" -> shop(connection, event.data());
            case "nl.etalage.shops.member.changed.v1" -> member(connection, event.data());
            case "nl.etalage.shops.member.removed.v1" -> memberGone(connection, event.data());
            case "nl.etalage.shops.integration.changed.v1" -> integration(connection, event.data());
            case "nl.etalage.shops.integration.removed.v1" -> integrationGone(connection, event.data());
            case "nl.etalage.shops.assortment.changed.v1" -> assortment(connection, event.data());
            case "nl.etalage.shops.merge-fields.changed.v1" -> mergeFields(connection);
            default -> {
                // Types that come later are for services that know them.
            }
        }
    }

    private static void shop(Connection connection, JsonNode data) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(SHOP)) {
            write.setString(1, data.required("slug").asText());
            write.setString(2, data.required("kind").asText());
            write.setString(3, data.required("state").asText());
            write.setString(4, data.required("timeZone").asText());
            write.setString(5, data.required("locale").asText());
            write.setArray(6, connection.createArrayOf("text", texts(data.path("groups"))));
            write.setLong(7, data.required("version").asLong());
            write.executeUpdate();
        }
    }

    private static void member(Connection connection, JsonNode data) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(MEMBER)) {
            write.setObject(1, id(data));
            write.setString(2, text(data, "shop"));
            write.setString(3, data.required("issuer").asText());
            write.setString(4, data.required("subject").asText());
            write.setString(5, data.required("role").asText());
            write.setObject(6, LocalDate.parse(data.required("from").asText()));
            write.setObject(7, date(data, "until"));
            write.setLong(8, data.required("version").asLong());
            write.executeUpdate();
        }
    }

    private static void integration(Connection connection, JsonNode data) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(INTEGRATION)) {
            write.setObject(1, id(data));
            write.setString(2, data.required("shop").asText());
            write.setString(3, data.required("issuer").asText());
            write.setString(4, data.required("clientId").asText());
            write.setArray(5, connection.createArrayOf("text", texts(data.path("scopes"))));
            write.setString(6, data.required("state").asText());
            write.setObject(7, date(data, "until"));
            write.setLong(8, data.required("version").asLong());
            write.executeUpdate();
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

    private static void assortment(Connection connection, JsonNode data) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(ASSORTMENT)) {
            write.setString(1, data.required("shop").asText());
            write.setLong(2, data.required("version").asLong());
            write.executeUpdate();
        }
    }

    private static void mergeFields(Connection connection) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(
                "UPDATE merge_field_fetch SET wanted = wanted + 1, fetch_after = '-infinity'")) {
            write.executeUpdate();
        }
    }

    private static UUID id(JsonNode data) {
        return UUID.fromString(data.required("id").asText());
    }

    private static String text(JsonNode data, String name) {
        return data.hasNonNull(name) ? data.get(name).asText() : null;
    }

    private static LocalDate date(JsonNode data, String name) {
        return data.hasNonNull(name) ? LocalDate.parse(data.get(name).asText()) : null;
    }

    private static String[] texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
    }
}
