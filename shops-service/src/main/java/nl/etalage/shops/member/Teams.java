package nl.etalage.shops.member;

import jakarta.enterprise.context.ApplicationScoped;
import nl.etalage.shops.access.NetworkConfig;
import nl.etalage.shops.access.Visitor;
import nl.etalage.shops.shop.ShopRepository;

/** Finds the team of a shop within the caller's reach, and the central one. */
@ApplicationScoped
class Teams {

    private final ShopRepository shops;
    private final MemberRepository members;
    private final NetworkConfig network;
    private final Visitor visitor;

    Teams(ShopRepository shops, MemberRepository members, NetworkConfig network, Visitor visitor) {
        this.shops = shops;
        this.members = members;
        this.network = network;
        this.visitor = visitor;
    }

    /** The people of a shop. */
    Team of(String slug) {
        return new Team(slug, shops.require(slug, visitor.reach()).zone());
    }

    /** For a change: one at a time, so that two managers can't leave in each other's shadow. */
    Team forChange(String slug) {
        return new Team(slug, shops.requireForChange(slug, visitor.reach()).zone());
    }

    /** The central group. */
    Team central() {
        return new Team(null, network.timeZone());
    }

    /** As {@link #forChange}, for the central group. */
    Team centralForChange() {
        members.lockCentralGroup();
        return central();
    }
}
