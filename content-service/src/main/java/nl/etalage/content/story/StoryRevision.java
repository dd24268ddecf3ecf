package nl.etalage.content.story;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.content.access.Actor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A story as it was fixed. Its content never changes; the database refuses it. */
@Entity
@Table(name = "story_revision")
public class StoryRevision {

    /** A story and a number from 1. */
    @Embeddable
    public record Key(UUID story, int number) implements Serializable {}

    @EmbeddedId
    private Key id;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Column(updatable = false)
    private StoryContent content;

    @Column(updatable = false)
    private UUID author;

    @Column(name = "released_by", updatable = false)
    private UUID releasedBy;

    @Column(name = "released_at", updatable = false)
    private Instant releasedAt;

    @Column(updatable = false)
    private String note;

    @Column(updatable = false)
    private String severity;

    @Column(name = "confirmed_by")
    private UUID confirmedBy;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    protected StoryRevision() {}

    static StoryRevision released(Story story, Actor releaser, Instant now) {
        StoryRevision revision = new StoryRevision();
        revision.id = new Key(story.id(), story.revision());
        revision.content = story.content();
        revision.author = story.author();
        revision.releasedBy = releaser.id();
        revision.releasedAt = now;
        return revision;
    }

    static StoryRevision corrected(Story story, Correction correction, Actor editor, Instant now) {
        StoryRevision revision = released(story, editor, now);
        revision.author = editor.id();
        revision.note = correction.note();
        revision.severity = correction.severity().word();
        return revision;
    }

    void confirm(Actor editor, Instant now) {
        confirmedBy = editor.id();
        confirmedAt = now;
    }

    public UUID story() {
        return id.story();
    }

    public int number() {
        return id.number();
    }

    public StoryContent content() {
        return content;
    }

    public UUID author() {
        return author;
    }

    public UUID releasedBy() {
        return releasedBy;
    }

    public Instant releasedAt() {
        return releasedAt;
    }

    /** What a correction is about; null for a first release. */
    public String note() {
        return note;
    }

    /** Word of the severity of a correction; null for a first release. */
    public String severity() {
        return severity;
    }

    /** Whether this is a correction that nobody else has looked at. */
    public boolean unreviewed() {
        return severity != null && confirmedBy == null;
    }
}
