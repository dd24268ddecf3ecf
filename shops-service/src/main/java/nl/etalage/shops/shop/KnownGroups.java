package nl.etalage.shops.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.etalage.shops.group.GroupRepository;
import nl.etalage.shops.validation.Findings;

/** Checks that a shop names groups that exist. */
@ApplicationScoped
class KnownGroups {

    private final GroupRepository groups;

    KnownGroups(GroupRepository groups) {
        this.groups = groups;
    }

    void check(List<String> named, Findings findings) {
        if (named.isEmpty() || named.size() > ShopRules.MOST_GROUPS) {
            return;
        }
        Set<String> known = groups.known(named.stream().filter(Objects::nonNull).toList());
        for (int index = 0; index < named.size(); index++) {
            if (named.get(index) != null && !known.contains(named.get(index))) {
                findings.add("/groups/" + index, "unknown-group");
            }
        }
    }
}
