package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import nl.etalage.problem.HttpProblem;
import nl.etalage.scheduling.access.Part;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.ops.Ids;

/** Somebody plans a publication otherwise: not at all, at another time, once more, or with a new text. */
@ApplicationScoped
class ReplanPublication {

    private final Changing changing;
    private final Snapshots snapshots;
    private final Ids ids;
    private final Clock clock;

    ReplanPublication(Changing changing, Snapshots snapshots, Ids ids, Clock clock) {
        this.changing = changing;
        this.snapshots = snapshots;
        this.ids = ids;
        this.clock = clock;
    }

    Publication cancel(Changing.Target target) {
        return changing.change(target, Permission.PLAN, "cancelled", (publication, planner) -> {
            requireOwn(publication, planner);
            publication.cancel(clock.instant());
        });
    }

    Publication move(Changing.Target target, String localTime) {
        return changing.change(target, Permission.PLAN, "moved", (publication, planner) -> {
            requireOwn(publication, planner);
            Instant now = clock.instant();
            publication.move(LocalMoment.plan(localTime, publication.time().zone(), now), now);
        });
    }

    /** At a local time, or now when there is none. */
    Publication retry(Changing.Target target, String localTime) {
        return changing.change(target, Permission.PLAN, "retried", (publication, planner) -> {
            requireOwn(publication, planner);
            snapshots.requireUsable(publication);
            snapshots.requirePictures(publication);
            Instant now = clock.instant();
            LocalMoment moment = localTime == null
                    ? LocalMoment.soon(publication.time().zone(), now)
                    : LocalMoment.plan(localTime, publication.time().zone(), now);
            publication.retry(moment, ids.next(), planner.approvalNeeded(), now);
        });
    }

    Publication refresh(Changing.Target target, String language) {
        return changing.change(target, Permission.PLAN, "refreshed", (publication, planner) -> {
            requireOwn(publication, planner);
            publication.requireRefreshable();
            snapshots.requireUsable(publication);
            publication.refresh(snapshots.again(publication, language), planner.approvalNeeded(), clock.instant());
        });
    }

    private static void requireOwn(Publication publication, Part planner) {
        if (planner.ownOnly() && !publication.createdBy().equals(planner.actor())) {
            throw HttpProblem.FORBIDDEN.because();
        }
    }
}
