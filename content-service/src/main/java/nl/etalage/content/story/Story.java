package nl.etalage.content.story;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A story on its way from draft to library. What the library shows are its revisions. */
@Entity
@Table(name = "story")
public class Story {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private StoryState state;

    private int revision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private StoryContent content;

    private UUID author;

    @Column(name = "last_editor")
    private UUID lastEditor;

    @Column(name = "return_note")
    private String returnNote;

    @Column(name = "withdraw_reason")
    private String withdrawReason;

    private boolean unreviewed;

    @Column(name = "copied_from")
    private UUID copiedFrom;

    @Column(name = "copied_revision")
    private Integer copiedRevision;

    private UUID contribution;

    @Column(name = "contributed_by")
    private String contributedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected Story() {}

    private Story(UUID id, StoryContent content, Actor author, Instant now) {
        this.id = id;
        this.state = StoryState.DRAFT;
        this.content = content;
        this.author = author.id();
        this.lastEditor = author.id();
        this.createdAt = now;
        this.changedAt = now;
        this.version = 1;
    }

    /** A new draft. */
    public static Story draft(UUID id, StoryContent content, Actor author, Instant now) {
        return new Story(id, content, author, now);
    }

    /** A new draft with what a revision says. */
    public static Story copy(UUID id, StoryRevision revision, Actor author, Instant now) {
        Story story = new Story(id, revision.content(), author, now);
        story.copiedFrom = revision.story();
        story.copiedRevision = revision.number();
        return story;
    }

    /** A new draft of what a shop offered. */
    static Story contributed(UUID id, StoryContent content, Contributed by, Actor author, Instant now) {
        Story story = new Story(id, content, author, now);
        story.contribution = by.id();
        story.contributedBy = by.shop();
        return story;
    }

    /** Changes a draft. */
    public void edit(StoryContent changed, Actor editor, Instant now) {
        act(StoryState.Action.EDIT, now);
        content = changed;
        lastEditor = editor.id();
    }

    /** Offers a draft for release. */
    public void submit(Instant now) {
        act(StoryState.Action.SUBMIT, now);
        returnNote = null;
    }

    /** Gives it back to its author, with what should be better. */
    public void sendBack(String note, Instant now) {
        act(StoryState.Action.RETURN, now);
        returnNote = note;
    }

    /** Fixes the next revision. Nobody releases what they wrote or changed last. */
    public StoryRevision release(Actor releaser, Instant now) {
        require(StoryState.Action.RELEASE);
        if (releaser.is(author) || releaser.is(lastEditor)) {
            throw ContentProblem.OWN_WORK.because();
        }
        act(StoryState.Action.RELEASE, now);
        revision++;
        return StoryRevision.released(this, releaser, now);
    }

    /** Fixes a better revision that is live at once, and waits for a second pair of eyes. */
    public StoryRevision correct(StoryContent corrected, Correction correction, Actor editor, Instant now) {
        act(StoryState.Action.CORRECT, now);
        content = corrected;
        lastEditor = editor.id();
        unreviewed = true;
        revision++;
        return StoryRevision.corrected(this, correction, editor, now);
    }

    /** Takes the flag off a correction; the one who made it can't. */
    public void confirm(Actor editor, Instant now) {
        require(StoryState.Action.CONFIRM);
        if (!unreviewed) {
            throw ContentProblem.STORY_STATE.because(state.word());
        }
        if (editor.is(lastEditor)) {
            throw ContentProblem.OWN_WORK.because();
        }
        act(StoryState.Action.CONFIRM, now);
        unreviewed = false;
    }

    /** Takes it out of the library. */
    public void withdraw(WithdrawReason reason, Instant now) {
        act(StoryState.Action.WITHDRAW, now);
        withdrawReason = reason.word();
    }

    /** Refuses an action that this state does not know. */
    public void require(StoryState.Action action) {
        after(action);
    }

    private StoryState after(StoryState.Action action) {
        return state.after(action).orElseThrow(() -> ContentProblem.STORY_STATE.because(state.word()));
    }

    private void act(StoryState.Action action, Instant now) {
        state = after(action);
        changedAt = now;
    }

    public UUID id() {
        return id;
    }

    public StoryState state() {
        return state;
    }

    /** Newest fixed revision, 0 before the first release. */
    public int revision() {
        return revision;
    }

    public StoryContent content() {
        return content;
    }

    public UUID author() {
        return author;
    }

    /** Who changed it last; the author of what was never changed. */
    public UUID lastEditor() {
        return lastEditor;
    }

    /** Story and number of the revision that this draft began as; null for most. */
    public StoryRevision.Key copiedFrom() {
        return copiedFrom == null ? null : new StoryRevision.Key(copiedFrom, copiedRevision);
    }

    /** What a shop offered and this was made of; null for most. */
    public Contributed contributed() {
        return contribution == null ? null : new Contributed(contribution, contributedBy);
    }

    /** Why it came back; null when it did not. */
    public String returnNote() {
        return returnNote;
    }

    /** Word of the reason; null when it was not withdrawn. */
    public String withdrawReason() {
        return withdrawReason;
    }

    public boolean unreviewed() {
        return unreviewed;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }
}
