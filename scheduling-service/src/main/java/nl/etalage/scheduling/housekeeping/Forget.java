package nl.etalage.scheduling.housekeeping;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.etalage.eventfeed.FeedCompaction;
import nl.etalage.idempotency.IdempotencyCleanup;
import nl.etalage.scheduling.feed.PublicationChanged;
import nl.etalage.scheduling.ops.Sql;
import org.jboss.logging.Logger;

/**
 * Forgets what is too old: remembered answers, superseded events, attempts, mails that went, lines of the audit, warnings
 * of what has long ended; and pictures that a correction took out of a story, once nothing that shows them can go out.
 */
@ApplicationScoped
class Forget {

    private static final Logger LOG = Logger.getLogger(Forget.class);

    /** Rows a statement deletes, so that none holds its locks for long. */
    private static final int BATCH = 10_000;

    private static final String AUDIT =
            "DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < ? ORDER BY at LIMIT ?)";

    /** What is still under way keeps its attempts, however old. */
    private static final String ATTEMPTS =
            """
            DELETE FROM attempt WHERE id IN (
                SELECT a.id FROM attempt a JOIN publication p ON p.id = a.publication
                 WHERE a.started_at < ? AND p.state NOT IN ('publishing', 'unknown', 'removing')
                 ORDER BY a.started_at LIMIT ?)""";

    private static final String MAIL =
            """
            DELETE FROM mail WHERE id IN (
                SELECT id FROM mail WHERE created_at < ? AND sent_at IS NOT NULL ORDER BY created_at LIMIT ?)""";

    private static final String ENDINGS =
            """
            DELETE FROM ending WHERE (kind, subject, ends_at, days) IN (
                SELECT kind, subject, ends_at, days FROM ending WHERE ends_at < ? ORDER BY ends_at LIMIT ?)""";

    /**
     * After the day in which posts follow the correction, what is left is posts that somebody may try again, and those of
     * which it isn't known yet what became of them. One is enough: the limit has them looked up picture by picture.
     */
    private static final String DROPPED =
            """
            DELETE FROM dropped_picture WHERE (story, asset, revision) IN (
                SELECT d.story, d.asset, d.revision FROM dropped_picture d
                  LEFT JOIN LATERAL (
                        SELECT true AS shown FROM publication p
                         WHERE p.story = d.story AND p.revision < d.revision
                           AND p.assets @> jsonb_build_array(jsonb_build_object('id', d.asset))
                           AND (p.state IN ('proposed', 'awaiting-approval', 'scheduled', 'publishing', 'unknown', 'failed',
                                            'missed')
                                OR p.state = 'published' AND p.removal IS NULL)
                         LIMIT 1) still ON true
                 WHERE d.sweep_until < ? AND still.shown IS NULL
                 ORDER BY d.sweep_until LIMIT ?)""";

    private final AgroalDataSource worker;
    private final HousekeepingConfiguration configuration;
    private final Clock clock;

    Forget(@DataSource("worker") AgroalDataSource worker, HousekeepingConfiguration configuration, Clock clock) {
        this.worker = worker;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** How many of each went. */
    record Forgotten(
            int answers, int events, int attempts, int mails, int auditLines, int endings, int droppedPictures) {}

    private interface Deletion {

        /** Deletes a batch on a connection that commits by itself; returns how many rows went. */
        int run(Connection connection) throws SQLException;
    }

    Forgotten run() {
        Instant now = clock.instant();
        Forgotten forgotten = new Forgotten(
                all(BATCH, connection -> IdempotencyCleanup.run(connection, now)),
                all(
                        FeedCompaction.MAX_DELETED,
                        connection -> FeedCompaction.compact(
                                connection, PublicationChanged.FEED, configuration.eventsKept(), now)),
                older(ATTEMPTS, configuration.attemptsKept(), now),
                older(MAIL, configuration.mailKept(), now),
                older(AUDIT, configuration.auditKept(), now),
                older(ENDINGS, configuration.eventsKept(), now),
                older(DROPPED, Duration.ZERO, now));
        LOG.infof("Forgot %s", forgotten);
        return forgotten;
    }

    private int older(String sql, Duration kept, Instant now) {
        return all(BATCH, connection -> {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                Sql.set(delete, 1, now.minus(kept));
                delete.setInt(2, BATCH);
                return delete.executeUpdate();
            }
        });
    }

    private int all(int batch, Deletion deletion) {
        try (Connection connection = worker.getConnection()) {
            int sum = 0;
            int deleted;
            do {
                deleted = deletion.run(connection);
                sum += deleted;
            } while (deleted == batch);
            return sum;
        } catch (SQLException failure) {
            throw new IllegalStateException("Housekeeping failed", failure);
        }
    }
}
