package nl.etalage.scheduling.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that somebody did.
 *
 * @param actor the member or integration
 * @param action such as {@code publication.approved}
 * @param subject such as {@code publication/<id>}
 */
@Schema(name = "AuditEntry")
public record AuditEntry(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant at,
        @Schema(required = true) String shop,
        UUID actor,
        @Schema(required = true) String action,
        @Schema(required = true) String subject) {}
