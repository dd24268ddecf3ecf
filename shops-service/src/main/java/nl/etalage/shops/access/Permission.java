package nl.etalage.shops.access;

import static nl.etalage.shops.access.Role.ADMIN;
import static nl.etalage.shops.access.Role.COACH;
import static nl.etalage.shops.access.Role.CONTRIBUTOR;
import static nl.etalage.shops.access.Role.EDITOR;
import static nl.etalage.shops.access.Role.MANAGER;
import static nl.etalage.shops.access.Role.PUBLISHER;
import static nl.etalage.shops.access.Role.WEBMASTER;

import java.util.Set;

/**
 * Who may do what here: the one table of it. A central role holds at every shop; a shop's role holds there. Machines
 * may do only what names a scope, and only at the shop they are bound to.
 */
public enum Permission {
    /** Anyone with a valid token, also who is no member anywhere. */
    KNOW_ONESELF(Set.of(Role.values()), Kind.ANYONE, null),
    /** The profile of a shop is meant for publication, so everyone in the network may read everyone's. */
    READ_SHOPS(Set.of(Role.values()), Kind.NETWORK, Scope.LIBRARY_READ.word()),
    READ_GROUPS(Set.of(Role.values()), Kind.NETWORK, Scope.LIBRARY_READ.word()),
    READ_MERGE_FIELDS(Set.of(Role.values()), Kind.NETWORK, null),
    CREATE_SHOP(Set.of(ADMIN), Kind.NETWORK, null),
    IMPORT_SHOPS(Set.of(ADMIN), Kind.NETWORK, null),
    /** Mailbox and telephone are for the central group and the shop's own manager. */
    READ_CONTACT(Set.of(MANAGER, EDITOR, COACH, ADMIN), Kind.SHOP, null),
    CHANGE_CONTACT(Set.of(MANAGER, ADMIN), Kind.SHOP, null),
    READ_INVITATIONS(Set.of(EDITOR, COACH, ADMIN), Kind.NETWORK, null),
    INVITE_SHOPS(Set.of(ADMIN), Kind.NETWORK, null),
    CHANGE_SHOP(Set.of(MANAGER, EDITOR, ADMIN), Kind.SHOP, null),
    CHANGE_GROUPS(Set.of(EDITOR, ADMIN), Kind.NETWORK, null),
    READ_MEMBERS(Set.of(Role.values()), Kind.SHOP, null),
    CHANGE_MEMBERS(Set.of(MANAGER, ADMIN), Kind.SHOP, null),
    /** As {@link #CHANGE_MEMBERS}, and besides everyone may leave; the use case tells the two apart. */
    REMOVE_MEMBERS(Set.of(MANAGER, PUBLISHER, CONTRIBUTOR, WEBMASTER, ADMIN), Kind.SHOP, null),
    READ_CENTRAL_MEMBERS(Set.of(EDITOR, COACH, ADMIN), Kind.NETWORK, null),
    CHANGE_CENTRAL_MEMBERS(Set.of(ADMIN), Kind.NETWORK, null),
    ERASE_PEOPLE(Set.of(ADMIN), Kind.NETWORK, null),
    MANAGE_INTEGRATIONS(Set.of(MANAGER, WEBMASTER, ADMIN), Kind.SHOP, null),
    READ_ASSORTMENT(Set.of(Role.values()), Kind.SHOP, Scope.ASSORTMENT_WRITE.word()),
    /** What a shop sells is the shop's own; the admin helps where nobody there can. */
    CHANGE_ASSORTMENT(Set.of(MANAGER, PUBLISHER, WEBMASTER, ADMIN), Kind.SHOP, Scope.ASSORTMENT_WRITE.word()),
    READ_AUDIT(Set.of(MANAGER, ADMIN), Kind.NETWORK, null),
    /** All of a shop at once, the addresses of its people included. */
    EXPORT_SHOP(Set.of(MANAGER, ADMIN), Kind.SHOP, null),
    /** Whoever holds the secret of a mailed link; the use case looks what it opens. */
    HOLD_LINK(Set.of(), Kind.LINK, null),
    /** Our other services: feed, merge fields, shops. */
    SERVE_SERVICES(Set.of(), Kind.SERVICE, "events:read"),
    SERVE_CONTACTS(Set.of(), Kind.SERVICE, "contacts:read"),
    /** The gateway, when it tells how integrations fare. */
    REPORT_INTEGRATIONS(Set.of(), Kind.SERVICE, "integrations:report");

    enum Kind {
        ANYONE,
        /** Stands above shops, or lets every member of the network see them. */
        NETWORK,
        /** About the shop in the path, or in the parameter {@code shop} where the path has none: who has no part in it gets 404. */
        SHOP,
        /** Without a caller: the secret in the request says it all. */
        LINK,
        /** Between services, by a scope that no integration can be given. */
        SERVICE
    }

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives one that nobody can change.
    private final Set<Role> roles;

    private final Kind kind;
    private final String scope;

    Permission(Set<Role> roles, Kind kind, String scope) {
        this.roles = roles;
        this.kind = kind;
        this.scope = scope;
    }

    Kind kind() {
        return kind;
    }

    /** The scope that lets a machine do this, or null when none does. */
    String scope() {
        return scope;
    }

    boolean heldBy(Role role) {
        return roles.contains(role);
    }
}
