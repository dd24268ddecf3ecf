package nl.etalage.shops.member;

import java.time.LocalDate;
import java.util.UUID;
import nl.etalage.shops.access.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member as it goes over the wire, in both directions.
 *
 * @param shop slug, given by the path; null for the central group
 * @param subject the person's {@code sub} at the issuer, never changes
 * @param issuer the person's {@code iss}; the network's own when left out, never changes
 * @param email shown to managers, admins and the person only
 * @param from first day, in the shop's zone; today when left out
 * @param until last day, included; null when open
 * @param trusted whether what a publisher plans goes out without approval; false when left out
 * @param version counts changes, from 0
 */
@Schema(
        name = "Member",
        requiredProperties = {"subject", "name", "role"})
public record MemberDocument(
        @Schema(readOnly = true) UUID id,
        @Schema(readOnly = true, nullable = true) String shop,
        @Schema(maxLength = MemberRules.LONGEST_IDENTITY) String subject,
        @Schema(maxLength = MemberRules.LONGEST_IDENTITY) String issuer,
        @Schema(maxLength = MemberRules.LONGEST_NAME, examples = "Anja de Vries") String name,
        @Schema(nullable = true, maxLength = MemberRules.LONGEST_EMAIL, examples = "anja@zeist.example") String email,
        Role role,
        LocalDate from,
        @Schema(nullable = true) LocalDate until,
        Boolean trusted,
        @Schema(readOnly = true) Long version) {

    MemberDocument withoutEmail() {
        return new MemberDocument(id, shop, subject, issuer, name, null, role, from, until, trusted, version);
    }
}
