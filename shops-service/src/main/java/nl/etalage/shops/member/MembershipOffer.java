package nl.etalage.shops.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import nl.etalage.shops.access.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the holder of a mailed link is offered.
 *
 * @param network who asks
 * @param shop name of the shop; null for the central group
 * @param until last day of the membership, included; null when open
 * @param expires when the link stops working
 */
@Schema(name = "MembershipOffer")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MembershipOffer(
        String network,
        @Schema(nullable = true) String shop,
        Role role,
        @Schema(nullable = true) LocalDate until,
        @Schema(nullable = true) Instant expires) {}
