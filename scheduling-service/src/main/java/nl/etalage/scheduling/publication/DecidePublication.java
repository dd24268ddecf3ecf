package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.access.Part;
import nl.etalage.scheduling.access.Permission;

/** Somebody says yes or no to what someone else planned. */
@ApplicationScoped
class DecidePublication {

    private final Changing changing;
    private final Clock clock;

    DecidePublication(Changing changing, Clock clock) {
        this.changing = changing;
        this.clock = clock;
    }

    Publication approve(Changing.Target target) {
        return changing.change(target, Permission.APPROVE, "approved", (publication, approver) -> {
            requireOther(publication, approver);
            publication.approve(approver.actor(), clock.instant());
        });
    }

    Publication reject(Changing.Target target, String reason) {
        return changing.change(target, Permission.APPROVE, "rejected", (publication, approver) -> {
            requireOther(publication, approver);
            publication.reject(Remark.literal(reason), clock.instant());
        });
    }

    /** Whoever needs approval themselves never gives it to themselves; a manager's own plan needs none. */
    private static void requireOther(Publication publication, Part approver) {
        if (approver.approvalNeeded() && publication.createdBy().equals(approver.actor())) {
            throw SchedulingProblem.OWN_PUBLICATION.because();
        }
    }
}
