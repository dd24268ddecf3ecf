package nl.etalage.shops.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that was done.
 *
 * @param shop slug of the shop it concerns; null for the network
 * @param member id of the member who did it; null for a machine, and for what happens by itself
 * @param integration id of the integration that did it; null for a person
 * @param action such as {@code shop.changed}
 * @param subject what it was done to, such as {@code shop/zeist}
 * @param changed names of the fields that changed
 * @param trace trace id of the request, 32 hexadecimal digits; null when it had none
 */
@Schema(name = "AuditEntry")
public record AuditEntry(
        UUID id,
        Instant at,
        @Schema(nullable = true) String shop,
        @Schema(nullable = true) UUID member,
        @Schema(nullable = true) UUID integration,
        @Schema(examples = "member.changed") String action,
        @Schema(examples = "shop/zeist") String subject,
        List<String> changed,
        @Schema(nullable = true) String trace) {}
