package nl.etalage.scheduling.delivery;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.etalage.scheduling.ops.Ids;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.ops.WorkerDatabase;
import nl.etalage.scheduling.platform.SandboxServers;
import nl.etalage.scheduling.publication.PublicationEvent;
import nl.etalage.scheduling.publication.PublicationState;
import nl.etalage.scheduling.publication.WorkerStep;

/**
 * Takes on what is due, so that no two workers take the same: rows are locked with {@code SKIP LOCKED}, marked, their
 * attempts written, and all of it committed before any call.
 */
final class Claims {

    /**
     * The first due publication of every channel that is free. The turn is checked twice: before the lock to find
     * candidates, and on the locked row, where another worker's commit shows.
     */
    private static final String TO_PUBLISH =
            """
            WITH due AS MATERIALIZED (
                SELECT p.id, p.channel, p.due_at
                  FROM publication p
                  JOIN turn t ON t.channel = p.channel
                  JOIN channel c ON c.id = p.channel
                 WHERE p.state = 'scheduled' AND p.platform <> 'assisted' AND p.due_at <= ? AND p.not_after > ?
                   AND t.publication IS NULL AND t.not_before <= ?
                   AND c.state <> 'disconnected' AND NOT (c.host = ANY (?))
                   AND NOT"""
                    + TakenBack.P
                    + """
                 ORDER BY p.due_at, p.id LIMIT 500),
            first AS (SELECT DISTINCT ON (channel) id, channel, due_at FROM due ORDER BY channel, due_at, id)
            """
                    + JobRows.COLUMNS
                    + """
              FROM first f
              JOIN turn t ON t.channel = f.channel
              JOIN publication p ON p.id = f.id
              JOIN channel c ON c.id = p.channel
              JOIN shop s ON s.slug = p.shop AND s.state = 'active'
             WHERE p.state = 'scheduled' AND p.due_at <= ? AND t.publication IS NULL AND t.not_before <= ?
               AND (NOT s.sandbox OR lower(c.server) = ANY (?))
             ORDER BY f.due_at, f.id LIMIT ?
               FOR UPDATE OF t, p SKIP LOCKED""";

    /** What a worker left unfinished, what nobody knows the outcome of, and what must be taken away. */
    private static final String TO_FINISH = JobRows.COLUMNS
            + """
              FROM publication p
              JOIN channel c ON c.id = p.channel
              LEFT JOIN shop s ON s.slug = p.shop
             WHERE p.state IN ('publishing', 'unknown', 'removing') AND p.platform <> 'assisted' AND p.due_at <= ?
               AND (c.host IS NULL OR NOT (c.host = ANY (?)))
             ORDER BY p.due_at, p.id LIMIT ?
               FOR UPDATE OF p SKIP LOCKED""";

    private static final String LEASE =
            "UPDATE publication SET lease = ?, due_at = ?, last_call_at = COALESCE(?, last_call_at) WHERE id = ?";
    private static final String TAKE_TURN = "UPDATE turn SET publication = ? WHERE channel = ?";
    private final WorkerDatabase database;
    private final Ids ids;
    private final Clock clock;
    private final String worker;
    private final Duration lease;
    private final SandboxServers sandbox;

    Claims(Deliveries.Surroundings world, String worker, Duration lease) {
        this.database = world.database();
        this.ids = world.ids();
        this.clock = world.clock();
        this.sandbox = world.sandbox();
        this.worker = worker;
        this.lease = lease;
    }

    /** Publications whose time has come, at most one a channel. */
    List<Job> toPublish(int most, Collection<String> pausedHosts) {
        return database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            List<Job> jobs = due(connection, most, pausedHosts, now);
            for (Job job : jobs) {
                Attempts.begin(connection, job.attempt(), job.publication(), "publish", worker, now);
                WorkerStep.of(job.publication(), PublicationState.SCHEDULED, PublicationEvent.CLAIM)
                        .leasing(job.attempt(), now.plus(lease))
                        .calling(now)
                        .write(connection, now)
                        .ifPresent(changed -> tell.accept(changed.event()));
                takeTurn(connection, job);
            }
            return jobs;
        });
    }

    /**
     * Calls whose outcome must be sought, and posts to take away.
     *
     * @param mayPost whether anything may be posted now at all
     */
    List<Job> toFinish(int most, Collection<String> pausedHosts, boolean mayPost) {
        return database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            List<Job> jobs = unfinished(connection, most, pausedHosts, now).stream()
                    .map(job -> mayPost ? job : job.withoutResending())
                    .toList();
            for (Job job : jobs) {
                String kind = job.kind() == Job.Kind.REMOVE ? "remove" : "seek";
                Attempts.begin(connection, job.attempt(), job.publication(), kind, worker, now);
                takeLease(connection, job, now);
            }
            return jobs;
        });
    }

    private List<Job> due(Connection connection, int most, Collection<String> pausedHosts, Instant now)
            throws SQLException {
        List<Job> jobs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TO_PUBLISH)) {
            Sql.set(select, 1, now);
            Sql.set(select, 2, now);
            Sql.set(select, 3, now);
            select.setArray(4, connection.createArrayOf("text", pausedHosts.toArray()));
            Sql.set(select, 5, now);
            Sql.set(select, 6, now);
            select.setArray(7, connection.createArrayOf("text", sandbox.all().toArray()));
            select.setInt(8, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    jobs.add(JobRows.job(row, ids.next(), Job.Kind.PUBLISH, PublicationState.PUBLISHING, false));
                }
            }
        }
        return jobs;
    }

    private List<Job> unfinished(Connection connection, int most, Collection<String> pausedHosts, Instant now)
            throws SQLException {
        List<Job> jobs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TO_FINISH)) {
            Sql.set(select, 1, now);
            select.setArray(2, connection.createArrayOf("text", pausedHosts.toArray()));
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    PublicationState state = PublicationState.of(row.getString("state"));
                    Job.Kind kind = state == PublicationState.REMOVING ? Job.Kind.REMOVE : Job.Kind.SEEK;
                    boolean timely = now.isBefore(Sql.instant(row, "not_after"));
                    boolean resend = timely && !row.getBoolean("recalled") && mayPost(row);
                    jobs.add(JobRows.job(row, ids.next(), kind, state, resend));
                }
            }
        }
        return jobs;
    }

    /** A shop that became one to try things with sends nothing more to where people read. */
    private boolean mayPost(ResultSet row) throws SQLException {
        String server = row.getString("server");
        return !row.getBoolean("sandbox") || (server != null && sandbox.admit(URI.create(server)));
    }

    private void takeLease(Connection connection, Job job, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(LEASE)) {
            update.setObject(1, job.attempt());
            Sql.set(update, 2, now.plus(lease));
            Sql.set(update, 3, job.mayResend() && job.kind() == Job.Kind.SEEK ? now : null);
            update.setObject(4, job.publication());
            update.executeUpdate();
        }
    }

    private static void takeTurn(Connection connection, Job job) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TAKE_TURN)) {
            update.setObject(1, job.publication());
            update.setObject(2, job.channel());
            update.executeUpdate();
        }
    }
}
