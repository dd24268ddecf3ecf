package nl.etalage.content.contribution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.access.Actor;

/** A story of its own that a shop offers to the network. Every step outside its state answers 409. */
@Entity
@Table(name = "contribution")
class Contribution {

    @Id
    private UUID id;

    private String shop;

    @Enumerated(EnumType.STRING)
    private ContributionState state;

    private String text;
    private UUID asset;
    private String note;
    private UUID story;

    @Column(name = "offered_by")
    private UUID offeredBy;

    @Column(name = "handled_by")
    private UUID handledBy;

    @Column(name = "offered_at")
    private Instant offeredAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected Contribution() {}

    static Contribution offer(UUID id, String shop, ContributionContent content, Actor by, Instant now) {
        Contribution offered = new Contribution();
        offered.id = id;
        offered.shop = shop;
        offered.state = ContributionState.OFFERED;
        offered.offeredAt = now;
        offered.version = 1;
        offered.says(content, by, now);
        return offered;
    }

    /** Says it anew; what the central group asked stays beside it. */
    void revise(ContributionContent content, Actor by, Instant now) {
        act(ContributionState.Action.REVISE);
        says(content, by, now);
    }

    /** What it says now, to keep when the shop sends what was asked. */
    EarlierText earlier(UUID kept, Instant now) {
        return EarlierText.of(kept, this, offeredBy, now);
    }

    /** Asks the shop for another text. */
    void askChanges(String asked, Actor by, Instant now) {
        handle(ContributionState.Action.ASK_CHANGES, by, now);
        note = asked;
    }

    /** A story was made of it. */
    void take(UUID made, Actor by, Instant now) {
        handle(ContributionState.Action.TAKE, by, now);
        story = made;
        note = null;
    }

    /** Tells the shop why it won't be a story. */
    void decline(String reason, Actor by, Instant now) {
        handle(ContributionState.Action.DECLINE, by, now);
        note = reason;
    }

    /** The shop takes it back. */
    void withdraw(Instant now) {
        act(ContributionState.Action.WITHDRAW);
        changedAt = now;
    }

    /** Refuses an action that this state does not know. */
    void require(ContributionState.Action action) {
        after(action);
    }

    private void says(ContributionContent content, Actor by, Instant now) {
        text = content.text();
        asset = content.asset();
        offeredBy = by.id();
        changedAt = now;
    }

    private void handle(ContributionState.Action action, Actor by, Instant now) {
        act(action);
        handledBy = by.id();
        changedAt = now;
    }

    private void act(ContributionState.Action action) {
        state = after(action);
    }

    private ContributionState after(ContributionState.Action action) {
        return state.after(action).orElseThrow(() -> ContentProblem.CONTRIBUTION_STATE.because(state.word()));
    }

    UUID id() {
        return id;
    }

    String shop() {
        return shop;
    }

    ContributionState state() {
        return state;
    }

    ContributionContent content() {
        return new ContributionContent(text, asset);
    }

    /** What the central group said of it last; null when nothing. */
    String note() {
        return note;
    }

    /** What became of it; null unless it was taken. */
    UUID story() {
        return story;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version;
    }
}
