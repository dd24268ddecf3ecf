package nl.etalage.scheduling.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.notice.Notices;
import nl.etalage.scheduling.notice.Notices.Told;
import nl.etalage.scheduling.ops.WorkerDatabase;
import nl.etalage.scheduling.platform.Account;
import nl.etalage.scheduling.platform.Outcome;
import nl.etalage.scheduling.platform.Platform;
import nl.etalage.scheduling.publication.PublicationEvent;
import nl.etalage.scheduling.publication.WorkerStep;

/**
 * Finds out what became of a call whose answer nobody has: by the same request with the same key while the platform
 * still knows it, else by reading back. Never by a blind second post.
 */
final class Seeking {

    /** A request that we gave up on may still be worked on at the platform; after this it is not. */
    private static final Duration STILL_UNDER_WAY = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final WorkerDatabase database;
    private final Notices notices;
    private final Clock clock;

    Seeking(WorkerDatabase database, Notices notices, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    void perform(Job job, Platform platform, Account account) {
        Outcome outcome = account == null
                ? new Outcome.Uncertain(Remark.of("channel-disconnected"))
                : outcome(job, platform, account);
        database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            Written written = step(job, outcome, now);
            Attempts.end(connection, job.attempt(), written.outcome(), written.detail(), now);
            var changed = written.step().holding(job.attempt()).write(connection, now);
            if (changed.isPresent()) {
                tell.accept(changed.get().event());
                after(connection, job, outcome, now);
            }
            return null;
        });
    }

    private Outcome outcome(Job job, Platform platform, Account account) {
        Instant now = clock.instant();
        boolean keyKnown = now.isBefore(job.times().firstCallAt().plus(platform.keyWindow()));
        Outcome resent = null;
        if (job.mayResend() && keyKnown) {
            resent = platform.publish(account, job.post());
            if (resent instanceof Outcome.Published) {
                return resent;
            }
        }
        Outcome found = platform.find(account, job.post(), job.times().firstCallAt());
        boolean settled = !(resent instanceof Outcome.Uncertain)
                && job.times().lastCallAt().plus(STILL_UNDER_WAY).isBefore(now);
        if (found instanceof Outcome.Absent && !settled) {
            return new Outcome.Uncertain(Remark.of("not-there-yet"));
        }
        return found;
    }

    private Written step(Job job, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Published published) {
            return new Written(
                    of(job, PublicationEvent.PUBLISH).found(published.id(), published.permalink()), "published", null);
        }
        if (outcome instanceof Outcome.Absent) {
            return new Written(of(job, PublicationEvent.POSTPONE).due(now), "absent", null);
        }
        Remark why = ((Outcome.Failure) outcome).why();
        return new Written(
                of(job, PublicationEvent.LOSE)
                        .due(givenUp(job, now) ? null : now.plus(Backoff.after(job.tries())))
                        .tries(job.tries() + 1)
                        .because(why),
                "uncertain",
                why);
    }

    private static WorkerStep of(Job job, PublicationEvent event) {
        return WorkerStep.of(job.publication(), job.state(), event);
    }

    private void after(Connection connection, Job job, Outcome outcome, Instant now) throws SQLException {
        if (job.holdsTurn()) {
            Turns.release(connection, job, now);
        }
        if (outcome instanceof Outcome.Published) {
            Turns.works(connection, job.channel());
            notices.channelWorks(connection, job.shop(), job.channel(), now);
            notices.taskDone(connection, job.shop(), job.publication(), now);
        } else if (outcome instanceof Outcome.Failure && givenUp(job, now)) {
            notices.tell(
                    connection,
                    Told.task(job.shop(), job.channel(), job.publication(), Remark.of("task.look-yourself")),
                    now);
        }
    }

    private static boolean givenUp(Job job, Instant now) {
        return now.isAfter(job.times().firstCallAt().plus(PATIENCE));
    }
}
