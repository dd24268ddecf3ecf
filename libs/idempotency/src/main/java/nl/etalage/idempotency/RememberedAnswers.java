package nl.etalage.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The answers given, in the table of {@code idempotency.sql}. */
@ApplicationScoped
class RememberedAnswers {

    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    /** A replayed answer says so. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final List<String> HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LOCATION);
    private static final TypeReference<Map<String, String>> HEADER_MAP = new TypeReference<>() {};

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Clock clock;

    RememberedAnswers(DataSource dataSource, ObjectMapper json, Clock clock) {
        this.dataSource = dataSource;
        this.json = json;
        this.clock = clock;
    }

    /** An answer as it was first given. */
    record Answer(String requestHash, int status, Map<String, String> headers, String body) {

        Response response() {
            Response.ResponseBuilder response = Response.status(status).header(REPLAYED, "true");
            headers.forEach(response::header);
            return response.entity(body).build();
        }
    }

    /** Whether this transaction is the only one busy with the key; holds until it ends. */
    boolean lock(String caller, String key) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended(? || chr(10) || ?, 0))")) {
            statement.setString(1, caller);
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    Optional<Answer> find(String caller, String key) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT request_hash, status, headers, body"
                        + " FROM idempotency_key WHERE caller = ? AND key = ? AND created_at > ?")) {
            statement.setString(1, caller);
            statement.setString(2, key);
            statement.setObject(3, now().minus(KEPT));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Answer(
                                row.getString(1),
                                row.getInt(2),
                                json.readValue(row.getString(3), HEADER_MAP),
                                row.getString(4)))
                        : Optional.empty();
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException("A remembered answer can't be read", unreadable);
            }
        }
    }

    void remember(String caller, String key, String requestHash, Response response) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                // An expired answer may still stand where housekeeping has not been.
                PreparedStatement statement = connection.prepareStatement("INSERT INTO idempotency_key"
                        + " (caller, key, request_hash, status, headers, body, created_at)"
                        + " VALUES (?, ?, ?, ?, ?::jsonb, ?, ?) ON CONFLICT (caller, key) DO UPDATE SET"
                        + " request_hash = excluded.request_hash, status = excluded.status,"
                        + " headers = excluded.headers, body = excluded.body, created_at = excluded.created_at")) {
            statement.setString(1, caller);
            statement.setString(2, key);
            statement.setString(3, requestHash);
            statement.setInt(4, response.getStatus());
            statement.setString(5, json.writeValueAsString(headers(response)));
            statement.setString(6, response.hasEntity() ? json.writeValueAsString(response.getEntity()) : null);
            statement.setObject(7, now());
            statement.executeUpdate();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("An answer can't be remembered", unwritable);
        }
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        if (response.hasEntity()) {
            kept.putIfAbsent(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        return kept;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
