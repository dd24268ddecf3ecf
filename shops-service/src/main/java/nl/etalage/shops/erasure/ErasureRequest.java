package nl.etalage.shops.erasure;

import java.util.UUID;
import nl.etalage.shops.validation.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is to be erased: by one of their memberships, by how they sign in, or by their mail address when they never did.
 *
 * @param member id of a membership, or null
 * @param issuer the person's {@code iss}; the network's own when left out
 * @param subject the person's {@code sub}, or null
 * @param email one more address to remove; null for those in the memberships only
 * @param handOver whether the central group is to look after shops that nobody else leads
 */
@Schema(name = "ErasureRequest")
public record ErasureRequest(
        @Schema(nullable = true) UUID member,
        @Schema(nullable = true, maxLength = ErasureRequest.LONGEST) String issuer,
        @Schema(nullable = true, maxLength = ErasureRequest.LONGEST) String subject,
        @Schema(nullable = true, maxLength = 254, examples = "anja@zeist.example") String email,
        @Schema(defaultValue = "false") boolean handOver) {

    static final int LONGEST = 255;

    /** @throws nl.etalage.problem.ProblemException 422 when it names nobody, or in two ways */
    void check() {
        Findings findings = new Findings();
        findings.line("/issuer", issuer, LONGEST);
        findings.line("/subject", subject, LONGEST);
        findings.email("/email", email);
        if (member == null && subject == null && email == null) {
            findings.add("/member", "erasure-of-whom");
        }
        if (member != null && (issuer != null || subject != null)) {
            findings.add("/subject", "erasure-two-ways");
        }
        findings.throwIfAny();
    }
}
