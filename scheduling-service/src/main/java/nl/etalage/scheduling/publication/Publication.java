package nl.etalage.scheduling.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.etalage.problem.ProblemException;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.platform.PlatformName;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One rendering on one channel at one local time, and what became of it. People move it through these methods, workers
 * through SQL that asks the same {@link PublicationState}.
 */
@Entity
public class Publication {

    @Id
    private UUID id;

    private String shop;
    private UUID channel;
    private PlatformName platform;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "needs_approval")
    private boolean needsApproval;

    @Embedded
    private Approval approval;

    @Embedded
    private Snapshot snapshot;

    @Embedded
    private PlannedTime time;

    private PublicationState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private Remark reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Remark> notes;

    private String permalink;
    private RemovalStatus removal;
    /** Read by workers. */
    @SuppressWarnings("UnusedVariable")
    private UUID key;

    @Column(name = "first_call_at")
    private Instant firstCallAt;

    @Column(name = "due_at")
    private Instant dueAt;

    private UUID lease;

    /** Read by workers. */
    @SuppressWarnings("UnusedVariable")
    private int tries;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected Publication() {}

    /**
     * Plans a snapshot.
     *
     * @param planner who plans: member or integration
     * @param approvalNeeded whether somebody else must say yes first
     */
    static Publication plan(
            Identity identity, UUID planner, boolean approvalNeeded, Snapshot snapshot, LocalMoment moment) {
        Publication publication = new Publication();
        publication.id = identity.id();
        publication.shop = identity.shop();
        publication.channel = identity.channel();
        publication.platform = identity.platform();
        publication.createdBy = planner;
        publication.createdAt = identity.now();
        publication.changedAt = identity.now();
        publication.needsApproval = approvalNeeded;
        publication.snapshot = snapshot;
        publication.key = identity.key();
        publication.state = approvalNeeded ? PublicationState.AWAITING_APPROVAL : PublicationState.SCHEDULED;
        publication.notes = List.of();
        publication.timeAt(moment);
        return publication;
    }

    /** What a new publication is, apart from what it says and when. */
    record Identity(UUID id, UUID key, String shop, UUID channel, PlatformName platform, Instant now) {}

    /** Says yes to exactly the present snapshot. */
    void approve(UUID approver, Instant now) {
        go(PublicationEvent.APPROVE, now);
        approval = new Approval(approver, now, snapshot.hash());
        dueAt = time.at();
    }

    void reject(Remark why, Instant now) {
        go(PublicationEvent.REJECT, now);
        reason = why;
        dueAt = null;
    }

    void cancel(Instant now) {
        go(PublicationEvent.CANCEL, now);
        dueAt = null;
    }

    void cancel(Remark why, Instant now) {
        cancel(now);
        reason = why;
    }

    void move(LocalMoment moment, Instant now) {
        go(PublicationEvent.MOVE, now);
        tries = 0;
        timeAt(moment);
    }

    /** Before content-service is asked in vain. */
    void requireRefreshable() {
        if (state.on(PublicationEvent.REFRESH_FOR_APPROVAL).isEmpty()) {
            throw refused();
        }
    }

    /** Takes a new snapshot. What somebody said yes to is gone, so it is asked again where a yes is needed. */
    void refresh(Snapshot fresh, boolean approvalNeeded, Instant now) {
        needsApproval |= approvalNeeded;
        go(needsApproval ? PublicationEvent.REFRESH_FOR_APPROVAL : PublicationEvent.REFRESH, now);
        snapshot = fresh;
        approval = null;
        dueAt = state == PublicationState.SCHEDULED ? time.at() : null;
    }

    /** Plans it anew; the new key makes it a new post for the platform. */
    void retry(LocalMoment moment, UUID freshKey, boolean approvalNeeded, Instant now) {
        boolean approved = approval != null && snapshot.hash().equals(approval.hash());
        boolean ask = (needsApproval || approvalNeeded) && !approved;
        go(ask ? PublicationEvent.RETRY_FOR_APPROVAL : PublicationEvent.RETRY, now);
        key = freshKey;
        tries = 0;
        firstCallAt = null;
        reason = null;
        timeAt(moment);
    }

    /** A person says what became of it. */
    void resolve(boolean published, String link, Instant now) {
        requireIdle(now);
        go(published ? PublicationEvent.RESOLVE_PUBLISHED : PublicationEvent.RESOLVE_FAILED, now);
        permalink = published ? link : null;
        reason = published ? null : Remark.of("resolved-failed");
        dueAt = null;
        lease = null;
    }

    /** The person who posts says that it is there. */
    void postedByPerson(String link, Instant now) {
        requireAssisted();
        if (state == PublicationState.REMOVING) {
            go(PublicationEvent.REFUSE_REMOVAL, now);
            removal = RemovalStatus.REFUSED;
        } else {
            go(PublicationEvent.PUBLISH, now);
        }
        permalink = link == null ? permalink : link;
        dueAt = null;
    }

    /** The person who posts says that it isn't there, and won't be. */
    void notPostedByPerson(Remark why, Instant now) {
        requireAssisted();
        if (state == PublicationState.REMOVING) {
            go(PublicationEvent.REMOVE, now);
            removal = RemovalStatus.DONE;
        } else {
            go(PublicationEvent.FAIL, now);
            reason = why;
        }
        dueAt = null;
    }

    /** The person who posts asks to be reminded at another moment. */
    void offerAgain(LocalMoment moment, Instant now) {
        requireAssisted();
        go(PublicationEvent.POSTPONE, now);
        timeAt(moment);
    }

    private void timeAt(LocalMoment moment) {
        time = PlannedTime.of(moment, platform);
        notes = moment.firstOfTwo()
                ? List.of(Remark.of("first-of-two", moment.local().toLocalTime()))
                : List.of();
        dueAt = state == PublicationState.SCHEDULED ? time.at() : null;
    }

    private void requireAssisted() {
        if (platform != PlatformName.ASSISTED) {
            throw SchedulingProblem.NOT_ASSISTED.because();
        }
    }

    private void requireIdle(Instant now) {
        if (lease != null && dueAt != null && dueAt.isAfter(now)) {
            throw SchedulingProblem.PUBLICATION_BUSY.because().header("Retry-After", "15");
        }
    }

    private void go(PublicationEvent event, Instant now) {
        state = state.on(event).orElseThrow(this::refused);
        changedAt = now;
    }

    private ProblemException refused() {
        return SchedulingProblem.TRANSITION_REFUSED.because().with("state", state.word());
    }

    public UUID id() {
        return id;
    }

    public String shop() {
        return shop;
    }

    public UUID channel() {
        return channel;
    }

    public PlatformName platform() {
        return platform;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public PublicationState state() {
        return state;
    }

    PlannedTime time() {
        return time;
    }

    /** Who said yes, or null. */
    Approval approval() {
        return approval;
    }

    Remark reason() {
        return reason;
    }

    List<Remark> notes() {
        return notes;
    }

    String permalink() {
        return permalink;
    }

    RemovalStatus removal() {
        return removal;
    }

    public long version() {
        return version;
    }
}
