package nl.etalage.content.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The part that a caller has in the network.
 *
 * @param access what they may do
 * @param members id of a person's member, by shop
 * @param bindings id of a machine's binding, by shop
 * @param all every member that a person is, whether or not it holds today
 * @param central id of the person's member in the central group; null when there is none
 */
record Memberships(Access access, Map<String, UUID> members, Map<String, UUID> bindings, Set<UUID> all, UUID central) {

    Memberships {
        members = Map.copyOf(members);
        bindings = Map.copyOf(bindings);
        all = Set.copyOf(all);
    }
}
