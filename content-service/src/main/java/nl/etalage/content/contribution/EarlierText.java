package nl.etalage.content.contribution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a shop sent before the central group asked for something else. It never changes. */
@Entity
@Table(name = "contribution_text")
class EarlierText {

    @Id
    private UUID id;

    private UUID contribution;

    @Column(name = "shop")
    private String shop;

    private String text;

    private UUID asset;

    private String asked;

    @Column(name = "sent_by")
    private UUID sentBy;

    @Column(name = "replaced_at")
    private Instant replacedAt;

    protected EarlierText() {}

    /** What a contribution says now, which something else is about to replace. */
    static EarlierText of(UUID id, Contribution contribution, UUID sentBy, Instant now) {
        EarlierText earlier = new EarlierText();
        earlier.id = id;
        earlier.contribution = contribution.id();
        earlier.shop = contribution.shop();
        earlier.text = contribution.content().text();
        earlier.asset = contribution.content().asset();
        earlier.asked = contribution.note();
        earlier.sentBy = sentBy;
        earlier.replacedAt = now;
        return earlier;
    }

    UUID id() {
        return id;
    }

    UUID contribution() {
        return contribution;
    }

    ContributionContent content() {
        return new ContributionContent(text, asset);
    }

    /** What the central group asked about it. */
    String asked() {
        return asked;
    }

    Instant replacedAt() {
        return replacedAt;
    }
}
