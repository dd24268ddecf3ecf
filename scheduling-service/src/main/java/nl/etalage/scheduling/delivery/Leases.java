package nl.etalage.scheduling.delivery;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.ops.WorkerDatabase;

/** The leases of the calls that run in this process: kept while they run, and freed when a former self left them. */
final class Leases {

    private static final String RENEW = "UPDATE publication SET due_at = ? WHERE lease = ANY (?)";
    private static final String FREE =
            """
            UPDATE publication p SET due_at = ?
              FROM attempt a
             WHERE a.worker = ? AND a.finished_at IS NULL AND p.id = a.publication AND p.lease = a.id""";

    private final WorkerDatabase database;
    private final Clock clock;
    private final Duration length;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    Leases(WorkerDatabase database, Clock clock, Duration length) {
        this.database = database;
        this.clock = clock;
        this.length = length;
    }

    void begun(UUID lease) {
        running.add(lease);
    }

    void ended(UUID lease) {
        running.remove(lease);
    }

    /** Keeps other workers off what runs here. */
    void renew() {
        if (running.isEmpty()) {
            return;
        }
        database.transaction((connection, tell) -> {
            try (PreparedStatement update = connection.prepareStatement(RENEW)) {
                Sql.set(update, 1, clock.instant().plus(length));
                update.setArray(2, connection.createArrayOf("uuid", running.toArray()));
                return update.executeUpdate();
            }
        });
    }

    /** What a process of this name left behind is due at once: it can't be running any more. Returns how many. */
    int freeThoseOf(String worker) {
        Instant now = clock.instant();
        return database.transaction((connection, tell) -> {
            try (PreparedStatement update = connection.prepareStatement(FREE)) {
                Sql.set(update, 1, now);
                update.setString(2, worker);
                return update.executeUpdate();
            }
        });
    }
}
