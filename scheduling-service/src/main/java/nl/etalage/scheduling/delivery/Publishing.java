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

/** Sends a publication for the first time, or again after it certainly didn't arrive. */
final class Publishing {

    /** Later than this it counts as overdue: a poll, a queue and a slow server explain less. */
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    /** An unclear answer is looked into at once, while the platform still knows the key. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    private final WorkerDatabase database;
    private final Notices notices;
    private final Clock clock;
    private final Duration catchUpGap;

    Publishing(WorkerDatabase database, Notices notices, Clock clock, Duration catchUpGap) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
        this.catchUpGap = catchUpGap;
    }

    void perform(Job job, Platform platform, Account account) {
        Outcome outcome = account == null
                ? new Outcome.Unauthorised(Remark.of("credentials-unreadable"))
                : platform.publish(account, job.post());
        database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            Written written = step(job, outcome, now);
            Attempts.end(connection, job.attempt(), written.outcome(), written.detail(), now);
            var changed = written.step().holding(job.attempt()).write(connection, now);
            if (changed.isPresent()) {
                tell.accept(changed.get().event());
                channel(connection, job, outcome, now);
            }
            return null;
        });
    }

    private Written step(Job job, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Published published) {
            return new Written(
                    of(job, PublicationEvent.PUBLISH).found(published.id(), published.permalink()), "published", null);
        }
        if (outcome instanceof Outcome.Refused refused) {
            return new Written(of(job, PublicationEvent.FAIL).because(refused.why()), "refused", refused.why());
        }
        if (outcome instanceof Outcome.Unauthorised refused) {
            return new Written(of(job, PublicationEvent.FAIL).because(refused.why()), "unauthorised", refused.why());
        }
        if (outcome instanceof Outcome.Throttled throttled) {
            Instant next = now.plus(Backoff.jittered(throttled.retryAfter()));
            return new Written(again(job, next).because(throttled.why()), "throttled", throttled.why());
        }
        if (outcome instanceof Outcome.NotSent notSent) {
            Instant next = now.plus(Backoff.after(job.tries()));
            return new Written(again(job, next).because(notSent.why()), "not-sent", notSent.why());
        }
        Outcome.Uncertain uncertain = (Outcome.Uncertain) outcome;
        return new Written(
                WorkerStep.staying(job.publication(), job.state()).due(now.plus(FIRST_LOOK)),
                "uncertain",
                uncertain.why());
    }

    private static WorkerStep again(Job job, Instant next) {
        return of(job, PublicationEvent.POSTPONE).due(next).tries(job.tries() + 1);
    }

    private static WorkerStep of(Job job, PublicationEvent event) {
        return WorkerStep.of(job.publication(), job.state(), event);
    }

    private void channel(Connection connection, Job job, Outcome outcome, Instant now) throws SQLException {
        if (outcome instanceof Outcome.Uncertain) {
            // The turn stays with this publication until somebody knows.
            return;
        }
        Turns.release(connection, job, nextTurn(job, outcome, now));
        if (outcome instanceof Outcome.Published) {
            Turns.works(connection, job.channel());
            notices.channelWorks(connection, job.shop(), job.channel(), now);
        } else if (outcome instanceof Outcome.Unauthorised refused) {
            Turns.fails(connection, job.channel(), refused.why());
            notices.tell(
                    connection, Told.channelFailure(job.shop(), job.channel(), job.publication(), refused.why()), now);
        } else if (outcome instanceof Outcome.Refused refused) {
            notices.tell(connection, Told.failure(job.shop(), job.channel(), job.publication(), refused.why()), now);
        }
    }

    private Instant nextTurn(Job job, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Throttled throttled) {
            return now.plus(throttled.retryAfter());
        }
        if (!(outcome instanceof Outcome.Published published)) {
            return now;
        }
        boolean overdue = job.times().at().plus(OVERDUE).isBefore(now);
        Duration gap = job.times().minimumGap();
        Duration pause = gap != null ? gap : overdue ? Backoff.jittered(catchUpGap) : Duration.ZERO;
        Instant next = now.plus(pause);
        return published.nextAfter() != null && published.nextAfter().isAfter(next) ? published.nextAfter() : next;
    }
}
