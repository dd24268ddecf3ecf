package nl.etalage.shops.member;

import java.time.ZoneId;
import nl.etalage.shops.ShopsProblem;
import nl.etalage.shops.access.Role;

/**
 * Those whose members are concerned: a shop's people, or the central group.
 *
 * @param shop slug, or null for the central group
 * @param zone where their days are counted
 */
record Team(String shop, ZoneId zone) {

    /** The role that one of them must have. */
    Role leader() {
        return shop == null ? Role.ADMIN : Role.MANAGER;
    }

    /** What to answer when nobody would have it any more. */
    ShopsProblem leaderless() {
        return shop == null ? ShopsProblem.LAST_ADMIN : ShopsProblem.LAST_MANAGER;
    }
}
