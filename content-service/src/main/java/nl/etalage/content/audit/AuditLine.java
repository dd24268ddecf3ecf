package nl.etalage.content.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something somebody did.
 *
 * @param actor {@code issuer|subject}
 * @param shop whose thing it was; null for the network's
 * @param what verb and thing, such as {@code story.released}
 * @param target id of the thing
 * @param trace trace id of the request; null when it had none
 */
@Schema(name = "AuditLine")
public record AuditLine(
        UUID id,
        Instant at,
        String actor,
        @Schema(nullable = true) String shop,
        String what,
        String target,
        @Schema(nullable = true) String trace) {}
