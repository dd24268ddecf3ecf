package nl.etalage.content.adaptation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.content.story.Story;
import nl.etalage.content.story.StoryContent;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One shop's version of one story. What it does not say in its own words follows the newest revision. */
@Entity
@Table(name = "adaptation")
public class Adaptation {

    @Id
    private UUID id;

    private String shop;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "story")
    private Story story;

    private int revision;

    @JdbcTypeCode(SqlTypes.JSON)
    private Overrides overrides;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected Adaptation() {}

    void override(Overrides changed, Instant now) {
        overrides = changed;
        changedAt = now;
    }

    /** Everything up to the newest revision has been looked at; what is kept is in the overrides. */
    void settle(Overrides settled, Instant now) {
        revision = story.revision();
        overrides = settled;
        changedAt = now;
    }

    /** The newest revision with the shop's own words. */
    public StoryContent content() {
        return overrides.on(story.content());
    }

    public AdaptationState state() {
        return AdaptationState.of(story.state());
    }

    public UUID id() {
        return id;
    }

    public String shop() {
        return shop;
    }

    public Story story() {
        return story;
    }

    /** The revision up to which the shop has taken or left the changes. */
    public int revision() {
        return revision;
    }

    public Overrides overrides() {
        return overrides;
    }

    public long version() {
        return version;
    }
}
