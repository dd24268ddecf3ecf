package nl.etalage.gateway.console;

import java.util.List;

/**
 * Somebody's place in the network, in keys of the message bundle.
 *
 * @param known false when shops-service could not say
 * @param central key of the role in the central group; null without
 * @param shops the shops somebody has a part in
 * @param more how many shops of those have no panel of their own on the page
 */
record Parts(boolean known, String central, List<ShopPart> shops, int more) {

    static final Parts UNKNOWN = new Parts(false, null, List.of(), 0);

    /** @param role key of the role */
    record ShopPart(String name, String role) {}

    static Parts of(ShopsClient.Me me, int panels) {
        List<ShopPart> shops = me.shops().stream()
                .map(part -> new ShopPart(part.name() == null ? part.slug() : part.name(), role(part.role())))
                .toList();
        return new Parts(
                true,
                me.central() == null ? null : role(me.central().role()),
                shops,
                Math.max(0, shops.size() - panels));
    }

    public boolean none() {
        return known && central == null && shops.isEmpty();
    }

    private static String role(String role) {
        return switch (role == null ? "" : role) {
            case "editor", "coach", "admin", "manager", "publisher", "contributor", "webmaster" ->
                MessageWords.key("role", role);
            default -> "roleMember";
        };
    }
}
