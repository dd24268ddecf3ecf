package nl.etalage.shops.mail;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The mails in line, in short transactions of the worker role. */
@ApplicationScoped
class DueMails {

    /** If the process dies while it sends, somebody sends again after this. */
    private static final Duration HELD = Duration.ofMinutes(2);

    private static final int LONGEST_FAILURE = 300;

    private static final String TAKE =
            """
            UPDATE mail SET due_at = ?, tries = tries + 1
             WHERE id = (SELECT id FROM mail WHERE due_at <= ? ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, target, tries, created_at""";
    private static final String DONE = "UPDATE mail SET sent_at = ?, due_at = NULL, failure = NULL WHERE id = ?";
    private static final String AGAIN = "UPDATE mail SET due_at = ?, failure = ? WHERE id = ?";

    private final AgroalDataSource worker;
    private final Clock clock;

    DueMails(@DataSource("worker") AgroalDataSource worker, Clock clock) {
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * A mail in line.
     *
     * @param tries how often it was tried, this time included
     */
    record Due(UUID id, MailKind kind, UUID target, int tries, Instant since) {}

    /** What happens in one transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Runs the work and commits; rolls back when it throws. */
    <T> T transaction(Work<T> work) {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The outbox can't be reached", failure);
        }
    }

    /** The next that is due; empty when none is. */
    Optional<Due> take() {
        return transaction(connection -> {
            Instant now = clock.instant();
            try (PreparedStatement update = connection.prepareStatement(TAKE)) {
                update.setObject(1, now.plus(HELD).atOffset(ZoneOffset.UTC));
                update.setObject(2, now.atOffset(ZoneOffset.UTC));
                try (ResultSet row = update.executeQuery()) {
                    return row.next() ? Optional.of(due(row)) : Optional.empty();
                }
            }
        });
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                MailKind.of(row.getString("kind")),
                row.getObject("target", UUID.class),
                row.getInt("tries"),
                row.getObject("created_at", java.time.OffsetDateTime.class).toInstant());
    }

    /** It went, or isn't needed any more. */
    void done(Connection connection, Due mail) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(DONE)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setObject(2, mail.id());
            update.executeUpdate();
        }
    }

    /**
     * It did not go.
     *
     * @param again when to try next; null for never
     */
    void failed(Connection connection, Due mail, Instant again, String why) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(AGAIN)) {
            update.setObject(1, again == null ? null : again.atOffset(ZoneOffset.UTC));
            update.setString(2, why.substring(0, Math.min(why.length(), LONGEST_FAILURE)));
            update.setObject(3, mail.id());
            update.executeUpdate();
        }
    }
}
