package nl.etalage.scheduling.recall;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.scheduling.mail.MailKind;
import nl.etalage.scheduling.mail.Outbox;
import nl.etalage.scheduling.notice.Notices;
import nl.etalage.scheduling.ops.WorkerDatabase;
import nl.etalage.scheduling.publication.PublicationEvent;
import nl.etalage.scheduling.publication.PublicationState;
import nl.etalage.scheduling.publication.RemovalStatus;
import nl.etalage.scheduling.publication.WorkerStep;

/**
 * Lets the states of publications follow a recall, in batches. The recall row alone stops them already; this makes it
 * visible, and asks for the removal of what is live. A story that is merely over ({@code expired}) stops what is planned
 * and leaves what is out there. A picture that may be used no longer, or that a critical correction took out of the story,
 * does to the publications that show it what a recall does to those of a story.
 */
@ApplicationScoped
public class RecallSweep {

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

    /**
     * Moves a batch; returns how many.
     *
     * @param since recalls and ended pictures that were swept until then are looked at; the past for those that may still change
     */
    public int sweep(int most, Instant since) {
        return database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            List<Affected> batch = new ArrayList<>(Affected.byStory(connection, most, since, now));
            if (batch.size() < most) {
                batch.addAll(Affected.byPicture(connection, most - batch.size(), since, now));
            }
            for (Affected one : batch) {
                var changed = step(one, now).write(connection, now);
                if (changed.isPresent()) {
                    tell.accept(changed.get().event());
                    if (one.picture() != null) {
                        PictureRecall.note(connection, one);
                    }
                    tellPeople(connection, one, now);
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
                .because(one.why());
        if (one.state().planned()) {
            return step;
        }
        return step.removal(RemovalStatus.REQUESTED).tries(0).due(one.byHand() ? null : now);
    }

    /** Nobody at the shop has seen a picture end; of a story that is taken back, the central group tells more. */
    private void tellPeople(Connection connection, Affected one, Instant now) throws SQLException {
        if (one.byHand() && !one.state().planned()) {
            notices.open(connection, Notices.Told.task(one.shop(), one.channel(), one.id(), one.task()), now);
            outbox.about(connection, MailKind.WITHDRAWAL, one.shop(), one.id(), 1, now);
        }
        if (one.picture() != null) {
            notices.tell(connection, Notices.Told.pictureEnded(one.shop(), one.id(), one.picture(), one.told()), now);
        }
    }
}
