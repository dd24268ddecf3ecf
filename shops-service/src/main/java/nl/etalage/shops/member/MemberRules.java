package nl.etalage.shops.member;

import java.util.regex.Pattern;
import nl.etalage.shops.access.Role;
import nl.etalage.shops.validation.Findings;

/** What a membership must hold to. */
final class MemberRules {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_EMAIL = 254;
    static final int LONGEST_IDENTITY = 255;

    /** Good enough to catch a slip of the hand; whether mail arrives, only mail can tell. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,189}");

    private MemberRules() {}

    static void check(MemberDocument member, Findings findings) {
        findings.requiredLine("/subject", member.subject(), LONGEST_IDENTITY);
        findings.requiredLine("/issuer", member.issuer(), LONGEST_IDENTITY);
        findings.requiredLine("/name", member.name(), LONGEST_NAME);
        if (member.email() != null && !EMAIL.matcher(member.email()).matches()) {
            findings.add("/email", "not-an-email");
        }
        role(member, findings);
        findings.required("/from", member.from());
        findings.period(member.from(), member.until());
    }

    private static void role(MemberDocument member, Findings findings) {
        Role role = member.role();
        if (role == null) {
            findings.add("/role", "required");
        } else if (role.central() != (member.shop() == null)) {
            findings.add("/role", member.shop() == null ? "not-a-central-role" : "not-a-shop-role");
        }
    }
}
