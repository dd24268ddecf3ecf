package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.problem.HttpProblem;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Part;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.access.Standing;
import nl.etalage.scheduling.channel.Channel;
import nl.etalage.scheduling.channel.ChannelDisconnected;
import nl.etalage.scheduling.channel.ChannelRepository;
import nl.etalage.scheduling.notice.CloseTask;
import nl.etalage.scheduling.ops.Ids;

/** What people do to a planned publication. Each holds the row, so that no worker moves it meanwhile. */
@ApplicationScoped
class ChangePublication {

    private static final int BATCH = 200;

    private final Access access;
    private final PublicationRepository publications;
    private final ChannelRepository channels;
    private final Renderings renderings;
    private final Recalls recalls;
    private final PublicationChanges changes;
    private final CloseTask tasks;
    private final Ids ids;
    private final Clock clock;

    ChangePublication(
            Access access,
            PublicationRepository publications,
            ChannelRepository channels,
            Renderings renderings,
            Recalls recalls,
            PublicationChanges changes,
            CloseTask tasks,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.publications = publications;
        this.channels = channels;
        this.renderings = renderings;
        this.recalls = recalls;
        this.changes = changes;
        this.tasks = tasks;
        this.ids = ids;
        this.clock = clock;
    }

    /** Which publication, and in which version its changer saw it. */
    record Target(UUID id, String ifMatch) {}

    Publication approve(Target target) {
        return change(target, Permission.APPROVE, "approved", (publication, approver) -> {
            requireOther(publication, approver);
            publication.approve(approver.actor(), clock.instant());
        });
    }

    Publication reject(Target target, String reason) {
        return change(target, Permission.APPROVE, "rejected", (publication, approver) -> {
            requireOther(publication, approver);
            publication.reject(Remark.literal(reason), clock.instant());
        });
    }

    Publication cancel(Target target) {
        return change(target, Permission.PLAN, "cancelled", (publication, planner) -> {
            requireOwn(publication, planner);
            publication.cancel(clock.instant());
        });
    }

    Publication move(Target target, String localTime) {
        return change(target, Permission.PLAN, "moved", (publication, planner) -> {
            requireOwn(publication, planner);
            Instant now = clock.instant();
            publication.move(LocalMoment.plan(localTime, publication.time().zone(), now), now);
        });
    }

    Publication retry(Target target, String localTime) {
        return change(target, Permission.PLAN, "retried", (publication, planner) -> {
            requireOwn(publication, planner);
            recalls.requireNone(publication.snapshot().story());
            channel(publication).requireConnected();
            Instant now = clock.instant();
            publication.retry(moment(publication, localTime, now), ids.next(), planner.approvalNeeded(), now);
        });
    }

    Publication refresh(Target target, String language) {
        return change(target, Permission.PLAN, "refreshed", (publication, planner) -> {
            requireOwn(publication, planner);
            publication.requireRefreshable();
            recalls.requireNone(publication.snapshot().story());
            Snapshot fresh = renderings.snapshot(
                    channel(publication),
                    new Renderings.Question(
                            publication.snapshot().adaptation(),
                            publication.id(),
                            publication.time().localTime().toLocalDate(),
                            language));
            publication.refresh(fresh, planner.approvalNeeded(), clock.instant());
        });
    }

    Publication resolve(Target target, boolean published, String permalink) {
        return change(target, Permission.RESOLVE, "resolved", (publication, person) -> {
            publication.resolve(published, permalink, clock.instant());
            tasks.about(publication.shop(), publication.id());
        });
    }

    Publication done(Target target, Done done) {
        return change(target, Permission.PLAN, "done", (publication, person) -> {
            Instant now = clock.instant();
            tasks.about(publication.shop(), publication.id());
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
        });
    }

    /** What was planned on a channel that is gone can't go out, and says so at once. */
    void cancelAll(@Observes ChannelDisconnected gone) {
        List<Publication> batch;
        do {
            batch = publications.planned(gone.channel(), BATCH);
            for (Publication publication : batch) {
                publication.cancel(Remark.of("channel-disconnected"), clock.instant());
                changes.made(publication, gone.by(), "cancelled");
            }
        } while (batch.size() == BATCH);
    }

    private Publication change(
            Target target, Permission permission, String action, BiConsumer<Publication, Part> step) {
        Standing standing = access.toWrite();
        Publication publication = publications
                .findToChange(target.id(), standing.shops())
                .orElseThrow(() -> HttpProblem.NOT_FOUND.because());
        Part part = standing.at(publication.shop(), permission);
        IfMatch.require(target.ifMatch(), publication.version());
        step.accept(publication, part);
        changes.made(publication, part.actor(), action);
        return publication;
    }

    private Channel channel(Publication publication) {
        return channels.findByIdOptional(publication.channel())
                .orElseThrow(() -> SchedulingProblem.CHANNEL_NOT_FOUND.because());
    }

    private static LocalMoment moment(Publication publication, String localTime, Instant now) {
        return localTime == null
                ? LocalMoment.soon(publication.time().zone(), now)
                : LocalMoment.plan(localTime, publication.time().zone(), now);
    }

    private static void requireOwn(Publication publication, Part planner) {
        if (planner.ownOnly() && !publication.createdBy().equals(planner.actor())) {
            throw HttpProblem.FORBIDDEN.because();
        }
    }

    /** Whoever needs approval themselves never gives it to themselves; a manager's own plan needs none. */
    private static void requireOther(Publication publication, Part approver) {
        if (approver.approvalNeeded() && publication.createdBy().equals(approver.actor())) {
            throw SchedulingProblem.OWN_PUBLICATION.because();
        }
    }
}
