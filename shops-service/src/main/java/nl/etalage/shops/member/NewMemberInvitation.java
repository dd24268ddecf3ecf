package nl.etalage.shops.member;

import java.time.LocalDate;
import nl.etalage.shops.access.Role;
import nl.etalage.shops.validation.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person to ask by mail.
 *
 * @param name how they are called; used until they sign in
 * @param until last day of the membership, included; null when open
 */
@Schema(
        name = "NewMemberInvitation",
        requiredProperties = {"email", "name", "role"})
public record NewMemberInvitation(
        @Schema(maxLength = MemberRules.LONGEST_EMAIL, examples = "anja@zeist.example") String email,
        @Schema(maxLength = MemberRules.LONGEST_NAME, examples = "Anja de Vries") String name,
        Role role,
        @Schema(nullable = true) LocalDate until) {

    void check(Team team, LocalDate today) {
        Findings findings = new Findings();
        findings.required("/email", email);
        findings.email("/email", email);
        findings.requiredLine("/name", name, MemberRules.LONGEST_NAME);
        MemberRules.role(team.shop(), role, findings);
        findings.day("/until", until);
        if (until != null && until.isBefore(today)) {
            findings.add("/until", "until-before-from");
        }
        findings.throwIfAny();
    }
}
