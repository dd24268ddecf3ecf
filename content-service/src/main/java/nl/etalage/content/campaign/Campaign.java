package nl.etalage.content.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.content.access.Actor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A campaign of the network. */
@Entity
@Table(name = "campaign")
public class Campaign {

    @Id
    private UUID id;

    @JdbcTypeCode(SqlTypes.JSON)
    private CampaignContent content;

    private UUID author;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected Campaign() {}

    public Campaign(UUID id, CampaignContent content, Actor author, Instant now) {
        this.id = id;
        this.content = content;
        this.author = author.id();
        this.createdAt = now;
        this.version = 1;
    }

    void edit(CampaignContent changed) {
        content = changed;
    }

    public UUID id() {
        return id;
    }

    public CampaignContent content() {
        return content;
    }

    /** Member who started it. */
    public UUID author() {
        return author;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
