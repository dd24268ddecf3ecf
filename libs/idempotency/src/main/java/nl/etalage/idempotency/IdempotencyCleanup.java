package nl.etalage.idempotency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

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
}
