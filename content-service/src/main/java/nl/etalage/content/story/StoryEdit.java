package nl.etalage.content.story;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a story said until an edit. */
@Entity
@Table(name = "story_edit")
class StoryEdit {

    /** A story, and its last version with this content. */
    @Embeddable
    record Key(UUID story, long version) implements Serializable {}

    @EmbeddedId
    private Key id;

    @Column(name = "since_version")
    private long sinceVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private StoryContent content;

    @Column(name = "replaced_at")
    private Instant replacedAt;

    protected StoryEdit() {}

    /** Keeps what a story says now, which it has said since a version. */
    static StoryEdit of(Story story, long sinceVersion, Instant now) {
        StoryEdit edit = new StoryEdit();
        edit.id = new Key(story.id(), story.version());
        edit.sinceVersion = sinceVersion;
        edit.content = story.content();
        edit.replacedAt = now;
        return edit;
    }

    long version() {
        return id.version();
    }

    /** Whether the story said this at a version. */
    boolean held(long version) {
        return sinceVersion <= version && version <= id.version();
    }

    StoryContent content() {
        return content;
    }
}
