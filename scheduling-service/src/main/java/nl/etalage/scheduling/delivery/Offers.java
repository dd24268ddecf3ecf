package nl.etalage.scheduling.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.scheduling.feed.PublicationChanged;
import nl.etalage.scheduling.mail.MailKind;
import nl.etalage.scheduling.mail.Outbox;
import nl.etalage.scheduling.ops.Ids;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.ops.WorkerDatabase;
import nl.etalage.scheduling.platform.PlatformName;
import nl.etalage.scheduling.publication.Deadline;
import nl.etalage.scheduling.publication.LocalMoment;
import nl.etalage.scheduling.publication.PublicationEvent;
import nl.etalage.scheduling.publication.PublicationState;
import nl.etalage.scheduling.publication.WorkerStep;

/**
 * Hands publications to people at their time: a mail, and the publication waits for their word. A moment that passed is
 * offered again, for another three days.
 */
final class Offers {

    private static final String DUE =
            """
            SELECT p.id, p.shop, p.state, p.time_zone, p.not_after, p.offers, p.lease
              FROM publication p
              JOIN channel c ON c.id = p.channel
              JOIN shop s ON s.slug = p.shop AND s.state = 'active'
             WHERE p.platform = 'assisted' AND p.state IN ('scheduled', 'publishing') AND p.due_at <= ?
               AND c.state <> 'disconnected'
               AND NOT"""
                    + TakenBack.P
                    + """
             ORDER BY p.due_at, p.id LIMIT ?
               FOR UPDATE OF p SKIP LOCKED""";

    /** Whoever didn't react to three mails won't to a fourth; the publication itself stays on the list. */
    private static final int MOST_MAILS = 3;

    private final WorkerDatabase database;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final String worker;

    Offers(WorkerDatabase database, Outbox outbox, Ids ids, Clock clock, String worker) {
        this.database = database;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.worker = worker;
    }

    private record Due(
            UUID id, String shop, PublicationState state, ZoneId zone, Instant notAfter, int offers, UUID lease) {}

    /** Offers what is due; returns how many. */
    int offer(int most) {
        return database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            List<Due> due = due(connection, most, now);
            for (Due one : due) {
                Optional<PublicationChanged> changed = step(one, now).write(connection, now);
                if (changed.isPresent()) {
                    tell.accept(changed.get().event());
                    told(connection, one, now);
                }
            }
            return due.size();
        });
    }

    private void told(Connection connection, Due one, Instant now) throws SQLException {
        UUID attempt = ids.next();
        Attempts.begin(connection, attempt, one.id(), "offer", worker, now);
        Attempts.end(connection, attempt, "offered", null, now);
        if (one.offers() < MOST_MAILS) {
            outbox.about(connection, MailKind.OFFER, one.shop(), one.id(), one.offers() + 1, now);
        }
    }

    private static WorkerStep step(Due one, Instant now) {
        WorkerStep step = one.state() == PublicationState.SCHEDULED
                ? WorkerStep.of(one.id(), one.state(), PublicationEvent.CLAIM)
                : WorkerStep.staying(one.id(), one.state());
        Instant until = one.notAfter();
        if (!until.isAfter(now)) {
            LocalMoment today = LocalMoment.of(LocalDateTime.ofInstant(now, one.zone()), one.zone());
            until = Deadline.of(today, PlatformName.ASSISTED);
        }
        return step.holding(one.lease()).offered(until).due(until);
    }

    private static List<Due> due(Connection connection, int most, Instant now) throws SQLException {
        List<Due> due = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            Sql.set(select, 1, now);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(new Due(
                            row.getObject("id", UUID.class),
                            row.getString("shop"),
                            PublicationState.of(row.getString("state")),
                            ZoneId.of(row.getString("time_zone")),
                            Sql.instant(row, "not_after"),
                            row.getInt("offers"),
                            row.getObject("lease", UUID.class)));
                }
            }
        }
        return due;
    }
}
