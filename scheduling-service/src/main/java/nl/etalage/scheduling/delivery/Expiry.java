package nl.etalage.scheduling.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.notice.Notices;
import nl.etalage.scheduling.notice.Notices.Told;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.ops.WorkerDatabase;
import nl.etalage.scheduling.publication.PublicationEvent;
import nl.etalage.scheduling.publication.PublicationState;
import nl.etalage.scheduling.publication.WorkerStep;

/** Lets go of what is too late, visibly. What a person would post is offered again instead. */
final class Expiry {

    private static final String TOO_LATE =
            """
            SELECT p.id, p.shop, p.channel, p.state, p.lease FROM publication p
             WHERE p.state IN ('proposed', 'awaiting-approval', 'scheduled') AND p.not_after <= ?
               AND NOT (p.platform = 'assisted' AND p.state = 'scheduled')
             ORDER BY p.not_after LIMIT ?
               FOR UPDATE SKIP LOCKED""";

    private final WorkerDatabase database;
    private final Notices notices;
    private final Clock clock;

    Expiry(WorkerDatabase database, Notices notices, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    private record Late(UUID id, String shop, UUID channel, PublicationState state, UUID lease) {}

    /** Returns how many were too late. */
    int expire(int most) {
        return database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            List<Late> late = late(connection, most, now);
            for (Late one : late) {
                boolean approved = one.state() == PublicationState.SCHEDULED;
                Remark why = Remark.of(approved ? "missed" : "missed-approval");
                WorkerStep step = WorkerStep.of(one.id(), one.state(), PublicationEvent.MISS)
                        .holding(one.lease())
                        .because(why);
                var changed = step.write(connection, now);
                if (changed.isPresent()) {
                    tell.accept(changed.get().event());
                    tellPeople(connection, one, why, now);
                }
            }
            return late.size();
        });
    }

    /** Not having said yes needs no mail: whoever was to approve sees it on the list. */
    private void tellPeople(Connection connection, Late one, Remark why, Instant now) throws SQLException {
        if (one.state() == PublicationState.SCHEDULED) {
            notices.tell(connection, Told.missed(one.shop(), one.channel(), one.id(), why), now);
        } else {
            notices.open(connection, Told.failure(one.shop(), one.channel(), one.id(), why), now);
        }
    }

    private static List<Late> late(Connection connection, int most, Instant now) throws SQLException {
        List<Late> late = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TOO_LATE)) {
            Sql.set(select, 1, now);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    late.add(new Late(
                            row.getObject("id", UUID.class),
                            row.getString("shop"),
                            row.getObject("channel", UUID.class),
                            PublicationState.of(row.getString("state")),
                            row.getObject("lease", UUID.class)));
                }
            }
        }
        return late;
    }
}
