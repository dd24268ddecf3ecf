package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.notice.CloseTask;

/** A person tells what became of a publication. */
@ApplicationScoped
class ReportPublication {

    private final Changing changing;
    private final CloseTask tasks;
    private final Clock clock;

    ReportPublication(Changing changing, CloseTask tasks, Clock clock) {
        this.changing = changing;
        this.tasks = tasks;
        this.clock = clock;
    }

    Publication resolve(Changing.Target target, boolean published, String permalink) {
        return changing.change(target, Permission.RESOLVE, "resolved", (publication, person) -> {
            publication.resolve(published, permalink, clock.instant());
            tasks.about(publication.shop(), publication.id());
        });
    }

    Publication done(Changing.Target target, Done done) {
        return changing.change(target, Permission.PLAN, "done", (publication, person) -> {
            tell(publication, done, clock.instant());
            tasks.about(publication.shop(), publication.id());
        });
    }

    private static void tell(Publication publication, Done done, Instant now) {
        if (done.posted()) {
            publication.postedByPerson(done.permalink(), now);
        } else if (done.again() != null) {
            publication.offerAgain(
                    LocalMoment.plan(done.again(), publication.time().zone(), now), now);
        } else {
            boolean silent = done.note() == null || done.note().isBlank();
            publication.notPostedByPerson(
                    silent
                            ? Remark.of("not-posted")
                            : Remark.literal(done.note().strip()),
                    now);
        }
    }
}
