package nl.etalage.content.housekeeping;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.etalage.content.asset.MediaStore;
import nl.etalage.eventfeed.FeedCompaction;
import nl.etalage.idempotency.IdempotencyCleanup;
import org.jboss.logging.Logger;

/** Forgets what is too old: remembered answers, superseded events, lines of the audit, earlier drafts, prepared stories, and half-written files. */
@ApplicationScoped
class Forget {

    private static final Logger LOG = Logger.getLogger(Forget.class);

    /** Rows a statement deletes, so that none holds its locks for long. */
    private static final int BATCH = 10_000;

    private static final String OLD_AUDIT =
            "DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < ? ORDER BY at LIMIT ?)";

    /** All but the last of a story: from that one the next is counted. */
    private static final String OLD_EDITS =
            """
            DELETE FROM story_edit WHERE (story, version) IN (
                SELECT e.story, e.version FROM story_edit e
                WHERE e.replaced_at < ? AND EXISTS (
                    SELECT 1 FROM story_edit later WHERE later.story = e.story AND later.version > e.version)
                ORDER BY e.replaced_at LIMIT ?)""";

    private static final String OLD_PREPARED =
            """
            DELETE FROM prepared_story WHERE (story, code, empty) IN (
                SELECT story, code, empty FROM prepared_story ORDER BY made_at DESC OFFSET ? LIMIT ?)""";

    private final AgroalDataSource worker;
    private final MediaStore media;
    private final HousekeepingConfig config;
    private final Clock clock;

    Forget(@DataSource("worker") AgroalDataSource worker, MediaStore media, HousekeepingConfig config, Clock clock) {
        this.worker = worker;
        this.media = media;
        this.config = config;
        this.clock = clock;
    }

    /** How many of each went. */
    record Forgotten(int answers, int events, int auditLines, int edits, int prepared, int files) {}

    private interface Deletion {

        /** Deletes a batch on a connection that commits by itself; returns how many rows went. */
        int run(Connection connection) throws SQLException;
    }

    Forgotten run() {
        Instant now = clock.instant();
        Forgotten forgotten = new Forgotten(
                all(BATCH, connection -> IdempotencyCleanup.run(connection, now)),
                compact("library", now) + compact("work", now),
                all(BATCH, connection -> deleteBefore(OLD_AUDIT, connection, now.minus(config.auditKept()))),
                all(BATCH, connection -> deleteBefore(OLD_EDITS, connection, now.minus(config.editsKept()))),
                all(BATCH, this::deletePrepared),
                media.removeUnfinishedBefore(now.minus(config.unfinishedKept())));
        LOG.infof("Forgot %s", forgotten);
        return forgotten;
    }

    private int compact(String feed, Instant now) {
        return all(
                FeedCompaction.MAX_DELETED,
                connection -> FeedCompaction.compact(connection, feed, config.eventsKept(), now));
    }

    /** Repeats a deletion until it leaves less than a full batch behind. */
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

    private int deletePrepared(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(OLD_PREPARED)) {
            delete.setInt(1, config.preparedKept());
            delete.setInt(2, BATCH);
            return delete.executeUpdate();
        }
    }

    private static int deleteBefore(String statement, Connection connection, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            delete.setInt(2, BATCH);
            return delete.executeUpdate();
        }
    }
}
