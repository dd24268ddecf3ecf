package nl.etalage.scheduling.access;

import java.util.Set;
import java.util.UUID;

/**
 * A caller's part in one shop.
 *
 * @param actor id of the membership or, for a machine, of the integration
 * @param permissions what it allows here and now
 * @param approvalNeeded whether what this caller plans waits for somebody's yes
 * @param ownOnly whether this caller may change only what they planned themselves
 */
public record Part(String shop, UUID actor, Set<Permission> permissions, boolean approvalNeeded, boolean ownOnly) {

    public Part {
        permissions = Set.copyOf(permissions);
    }

    static Part of(String shop, UUID member, Role role, boolean trusted) {
        Set<Permission> permissions = role.permissions();
        boolean trustedPublisher = role == Role.PUBLISHER && trusted;
        if (trustedPublisher) {
            permissions.add(Permission.APPROVE);
        }
        boolean needsApproval = !permissions.contains(Permission.APPROVE);
        return new Part(shop, member, permissions, needsApproval, role == Role.CONTRIBUTOR);
    }

    /** A machine plans for people: what it plans waits for one of them. */
    static Part ofMachine(String shop, UUID integration, Set<Permission> permissions) {
        return new Part(shop, integration, permissions, true, true);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
