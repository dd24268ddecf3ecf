package nl.etalage.scheduling.recall;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.mail.MailKind;
import nl.etalage.scheduling.mail.Outbox;
import nl.etalage.scheduling.notice.Notices;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.ops.WorkerDatabase;
import nl.etalage.scheduling.publication.PublicationEvent;
import nl.etalage.scheduling.publication.PublicationState;
import nl.etalage.scheduling.publication.RemovalStatus;
import nl.etalage.scheduling.publication.WorkerStep;

/**
 * Lets the states of publications follow a recall, in batches. The recall row alone stops them already; this makes it
 * visible, and asks for the removal of what is live. A story that is merely over ({@code expired}) stops what is planned
 * and leaves what is out there.
 */
@ApplicationScoped
public class RecallSweep {

    private static final Set<String> REASONS =
            Set.of("mistake", "consent-withdrawn", "licence-ended", "safety", "expired");

    /** A removal that was refused stays refused; what a worker has in hand right now comes a round later. */
    private static final String AFFECTED =
            """
            SELECT p.id, p.shop, p.channel, p.platform, p.state, p.lease, r.reason
              FROM recall r
              JOIN publication p ON p.story = r.story
             WHERE r.lifted_at IS NULL
               AND r.sweep_until > ?
               AND (p.state IN ('proposed', 'awaiting-approval', 'scheduled')
                    OR r.reason <> 'expired' AND (
                       p.state = 'published' AND p.removal IS NULL
                    OR p.state = 'publishing' AND p.platform = 'assisted'
                    OR p.state = 'unknown' AND (p.lease IS NULL OR p.due_at IS NULL OR p.due_at <= ?)))
             ORDER BY p.id LIMIT ?
               FOR UPDATE OF p SKIP LOCKED""";

    private final WorkerDatabase database;
    private final Notices notices;
    private final Outbox outbox;
    private final Clock clock;

    /** Also for tests. */
    public RecallSweep(WorkerDatabase database, Notices notices, Outbox outbox, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Affected(
            UUID id, String shop, UUID channel, boolean byHand, PublicationState state, UUID lease, String reason) {}

    /**
     * Moves a batch; returns how many.
     *
     * @param since recalls that were swept until then are looked at; the past for those that may still change
     */
    public int sweep(int most, Instant since) {
        return database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            List<Affected> batch = affected(connection, most, since, now);
            for (Affected one : batch) {
                var changed = step(one, now).write(connection, now);
                if (changed.isPresent()) {
                    tell.accept(changed.get().event());
                    if (one.byHand() && !one.state().planned()) {
                        askPerson(connection, one, now);
                    }
                }
            }
            return batch.size();
        });
    }

    private static WorkerStep step(Affected one, Instant now) {
        boolean offered = one.state() == PublicationState.PUBLISHING;
        WorkerStep step = WorkerStep.of(
                        one.id(), one.state(), offered ? PublicationEvent.WITHDRAW_OFFER : PublicationEvent.RECALL)
                .holding(one.lease())
                .because(Remark.of("recalled." + (REASONS.contains(one.reason()) ? one.reason() : "other")));
        if (one.state().planned()) {
            return step;
        }
        return step.removal(RemovalStatus.REQUESTED).tries(0).due(one.byHand() ? null : now);
    }

    private void askPerson(Connection connection, Affected one, Instant now) throws SQLException {
        notices.open(
                connection, Notices.Told.task(one.shop(), one.channel(), one.id(), Remark.of("task.take-away")), now);
        outbox.about(connection, MailKind.WITHDRAWAL, one.shop(), one.id(), 1, now);
    }

    private static List<Affected> affected(Connection connection, int most, Instant since, Instant now)
            throws SQLException {
        List<Affected> batch = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(AFFECTED)) {
            Sql.set(select, 1, since);
            Sql.set(select, 2, now);
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    batch.add(new Affected(
                            row.getObject("id", UUID.class),
                            row.getString("shop"),
                            row.getObject("channel", UUID.class),
                            "assisted".equals(row.getString("platform")),
                            PublicationState.of(row.getString("state")),
                            row.getObject("lease", UUID.class),
                            row.getString("reason")));
                }
            }
        }
        return batch;
    }
}
