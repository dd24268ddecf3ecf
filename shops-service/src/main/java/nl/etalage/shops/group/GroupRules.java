package nl.etalage.shops.group;

import nl.etalage.shops.Slug;
import nl.etalage.shops.validation.Findings;

/** What a group must hold to. */
final class GroupRules {

    static final int LONGEST_NAME = 100;

    private GroupRules() {}

    static void check(GroupDocument group, Findings findings) {
        if (group.slug() == null || group.slug().isEmpty()) {
            findings.add("/slug", "required");
        } else if (!Slug.isValid(group.slug())) {
            findings.add("/slug", "not-a-slug", Slug.LONGEST);
        }
        findings.requiredLine("/name", group.name(), LONGEST_NAME);
    }
}
