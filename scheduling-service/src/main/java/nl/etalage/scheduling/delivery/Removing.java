package nl.etalage.scheduling.delivery;

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
import nl.etalage.scheduling.platform.Removal;
import nl.etalage.scheduling.publication.PublicationEvent;
import nl.etalage.scheduling.publication.RemovalStatus;
import nl.etalage.scheduling.publication.WorkerStep;

/** Takes a live post away after its story was taken back. */
final class Removing {

    private static final Duration STILL_UNDER_WAY = Duration.ofMinutes(2);

    /** Some eight hours of trying; then a person does it. */
    private static final int MOST_TRIES = 100;

    private final WorkerDatabase database;
    private final Notices notices;
    private final Clock clock;

    Removing(WorkerDatabase database, Notices notices, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    void perform(Job job, Platform platform, Account account) {
        Removal removal = account == null
                ? new Removal.Refused(Remark.of("channel-disconnected"))
                : remove(job, platform, account);
        database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            Written written = step(job, removal, now);
            Attempts.end(connection, job.attempt(), written.outcome(), written.detail(), now);
            var changed = written.step().holding(job.attempt()).write(connection, now);
            if (changed.isPresent()) {
                tell.accept(changed.get().event());
                if (removal instanceof Removal.Gone) {
                    notices.taskDone(connection, job.shop(), job.publication(), now);
                } else if (refused(job, removal)) {
                    notices.tell(
                            connection,
                            Told.task(job.shop(), job.channel(), job.publication(), Remark.of("task.remove-yourself")),
                            now);
                }
            }
            return null;
        });
    }

    private Removal remove(Job job, Platform platform, Account account) {
        if (job.platformId() != null) {
            return platform.remove(account, job.platformId());
        }
        Outcome found = platform.find(account, job.post(), job.times().firstCallAt());
        if (found instanceof Outcome.Published published) {
            return platform.remove(account, published.id());
        }
        boolean settled = job.times().lastCallAt().plus(STILL_UNDER_WAY).isBefore(clock.instant());
        if (found instanceof Outcome.Absent) {
            return settled ? new Removal.Gone() : new Removal.Later(Duration.ZERO, Remark.of("not-there-yet"));
        }
        Remark why = ((Outcome.Failure) found).why();
        return found instanceof Outcome.Unauthorised ? new Removal.Refused(why) : new Removal.Later(Duration.ZERO, why);
    }

    private static Written step(Job job, Removal removal, Instant now) {
        if (removal instanceof Removal.Gone) {
            return new Written(of(job, PublicationEvent.REMOVE).removal(RemovalStatus.DONE), "removed", null);
        }
        if (removal instanceof Removal.Refused refused) {
            return new Written(
                    of(job, PublicationEvent.REFUSE_REMOVAL)
                            .removal(RemovalStatus.REFUSED)
                            .because(refused.why()),
                    "refused",
                    refused.why());
        }
        Removal.Later later = (Removal.Later) removal;
        if (refused(job, removal)) {
            return new Written(
                    of(job, PublicationEvent.REFUSE_REMOVAL)
                            .removal(RemovalStatus.REFUSED)
                            .because(later.why()),
                    "given-up",
                    later.why());
        }
        Duration wait = Backoff.after(job.tries());
        Duration longer = later.after().compareTo(wait) > 0 ? later.after() : wait;
        return new Written(
                WorkerStep.staying(job.publication(), job.state())
                        .due(now.plus(longer))
                        .tries(job.tries() + 1)
                        .because(later.why()),
                "not-yet",
                later.why());
    }

    private static boolean refused(Job job, Removal removal) {
        return removal instanceof Removal.Refused || (removal instanceof Removal.Later && job.tries() >= MOST_TRIES);
    }

    private static WorkerStep of(Job job, PublicationEvent event) {
        return WorkerStep.of(job.publication(), job.state(), event);
    }
}
