package nl.etalage.scheduling.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's yes.
 *
 * @param by the member who said it
 * @param hash of the snapshot it was said to
 */
@Embeddable
public record Approval(
        @Column(name = "approved_by") UUID by,
        @Column(name = "approved_at") Instant at,
        @Column(name = "approved_hash") String hash) {}
