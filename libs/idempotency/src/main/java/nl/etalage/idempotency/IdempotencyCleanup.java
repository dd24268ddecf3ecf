package nl.etalage.idempotency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/** Forgets old answers; for a service's housekeeping. */
public final class IdempotencyCleanup {

    private static final int BATCH = 10_000;

    private IdempotencyCleanup() {}

    /**
     * Deletes answers given 24 hours before {@code now} or earlier, at most 10,000 of them.
     *
     * @return how many were deleted; call again while this is 10,000
     */
    public static int run(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM idempotency_key WHERE (caller, key) IN (SELECT caller, key FROM idempotency_key"
                        + " WHERE created_at <= ? ORDER BY created_at LIMIT " + BATCH + ")")) {
            statement.setObject(1, now.minus(RememberedAnswers.KEPT).atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        }
    }

    /**
     * Deletes the answers a person was given, who is forgotten.
     *
     * @param issuer and {@code subject} of their token; nothing is deleted where one is null
     */
    public static int forgetOf(Connection connection, String issuer, String subject) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM idempotency_key WHERE caller = ? || '|' || ?")) {
            statement.setString(1, issuer);
            statement.setString(2, subject);
            return statement.executeUpdate();
        }
    }

    /** Deletes the answers, whoever they were given to, that hold one of these texts as a whole value. */
    public static int forgetHolding(Connection connection, Collection<String> texts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM idempotency_key WHERE EXISTS (SELECT FROM unnest(?::text[]) AS held (text)"
                        + " WHERE strpos(body, to_json(held.text)::text) > 0)")) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            return statement.executeUpdate();
        }
    }
}
