package nl.etalage.shops.member;

import nl.etalage.shops.access.Role;
import nl.etalage.shops.validation.Findings;

/** What a membership must hold to. */
final class MemberRules {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_EMAIL = 254;
    static final int LONGEST_IDENTITY = 255;

    private MemberRules() {}

    static void check(MemberDocument member, Findings findings) {
        findings.requiredLine("/subject", member.subject(), LONGEST_IDENTITY);
        findings.requiredLine("/issuer", member.issuer(), LONGEST_IDENTITY);
        findings.requiredLine("/name", member.name(), LONGEST_NAME);
        findings.email("/email", member.email());
        role(member.shop(), member.role(), findings);
        findings.required("/from", member.from());
        findings.period(member.from(), member.until());
    }

    static void role(String shop, Role role, Findings findings) {
        if (role == null) {
            findings.add("/role", "required");
        } else if (role.central() != (shop == null)) {
            findings.add("/role", shop == null ? "not-a-central-role" : "not-a-shop-role");
        }
    }
}
