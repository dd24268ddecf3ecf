package nl.etalage.shops.housekeeping;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import nl.etalage.eventfeed.FeedCompaction;
import nl.etalage.idempotency.IdempotencyCleanup;
import nl.etalage.shops.feed.ShopsFeed;
import org.jboss.logging.Logger;

/** What is forgotten: remembered answers after a day, superseded events, and the audit trail after two years. */
@ApplicationScoped
public class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    /** Rows a statement deletes, so that none holds its locks for long. */
    private static final int BATCH = 10_000;

    /** A superseded event is of use only to a follower that has been away; this long is forgiven. */
    private static final Duration EVENTS_KEPT = Duration.ofDays(30);

    private static final String OLD_AUDIT =
            "DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < ? ORDER BY at LIMIT ?)";

    private final AgroalDataSource worker;
    private final Clock clock;
    private final HousekeepingConfig config;

    Forgetting(@DataSource("worker") AgroalDataSource worker, Clock clock, HousekeepingConfig config) {
        this.worker = worker;
        this.clock = clock;
        this.config = config;
    }

    /** How many rows of each went. */
    public record Forgotten(int answers, int events, int auditEntries) {}

    private interface Deletion {

        /** Deletes a batch on a connection that commits by itself; returns how many rows went. */
        int run(Connection connection) throws SQLException;
    }

    /** Forgets all that is old enough now. */
    public Forgotten run() {
        Instant now = clock.instant();
        OffsetDateTime oldestAudit = now.atOffset(ZoneOffset.UTC).minus(config.auditKept());
        Forgotten forgotten = new Forgotten(
                all(BATCH, connection -> IdempotencyCleanup.run(connection, now)),
                all(
                        FeedCompaction.MAX_DELETED,
                        connection -> FeedCompaction.compact(connection, ShopsFeed.NAME, EVENTS_KEPT, now)),
                all(BATCH, connection -> deleteAudit(connection, oldestAudit)));
        LOG.infof(
                "Forgot %d remembered answers, %d superseded events and %d audit entries",
                forgotten.answers(), forgotten.events(), forgotten.auditEntries());
        return forgotten;
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

    private static int deleteAudit(Connection connection, OffsetDateTime before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(OLD_AUDIT)) {
            delete.setObject(1, before);
            delete.setInt(2, BATCH);
            return delete.executeUpdate();
        }
    }
}
