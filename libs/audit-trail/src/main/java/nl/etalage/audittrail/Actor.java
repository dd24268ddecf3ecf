package nl.etalage.audittrail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who makes a request, as the trail names them: by ids only.
 *
 * @param key tells this caller from every other; only kept in memory, to count by
 * @param client the machine's client id; null for a person
 * @param members id of the person's member per shop; empty for a machine
 * @param central id of the person's member in the central group; null when there is none
 * @param shops the shops the caller has a part in
 */
public record Actor(String key, String client, Map<String, UUID> members, UUID central, Set<String> shops) {

    /** For what happens by itself. */
    public static final Actor NOBODY = new Actor("", null, Map.of(), null, Set.of());

    public Actor {
        members = Map.copyOf(members);
        shops = Set.copyOf(shops);
    }

    /** A person, by the members they are. */
    public static Actor person(String key, Map<String, UUID> members, UUID central) {
        return new Actor(key, null, members, central, members.keySet());
    }

    /** A machine, by the shops it is bound to. */
    public static Actor machine(String key, String client, Set<String> shops) {
        return new Actor(key, client, Map.of(), null, shops);
    }

    /** Their part in the shop itself says more than their place in the central group. */
    UUID memberAt(String shop) {
        UUID member = shop == null ? null : members.get(shop);
        return member == null ? centralOrOnly(shop) : member;
    }

    /**
     * In whose trail a refusal belongs: never in that of a shop the caller has no part in, for then anybody could write
     * there.
     *
     * @param named the shop that the request names, or null
     */
    Optional<String> shopOf(String named) {
        if (named != null && shops.contains(named)) {
            return Optional.of(named);
        }
        return shops.size() == 1 ? Optional.of(shops.iterator().next()) : Optional.empty();
    }

    private UUID centralOrOnly(String shop) {
        boolean elsewhere = shop == null && central == null && members.size() == 1;
        return elsewhere ? members.values().iterator().next() : central;
    }
}
