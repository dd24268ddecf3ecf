package nl.etalage.gateway.console.desk;

import nl.etalage.gateway.console.Visitor;

/**
 * Who looks at a page of a shop.
 *
 * @param slug of the shop
 * @param shop its name
 * @param role {@code manager}, {@code publisher}, {@code contributor} or {@code webmaster}
 */
record ShopMember(Visitor.Person person, String slug, String shop, String role) {

    String bearer() {
        return person.bearer();
    }

    /** Writes for the shop. */
    boolean writes() {
        return !"webmaster".equals(role);
    }

    /** Address of the page with all that the shop offered. */
    String page() {
        return "/winkel/" + slug + "/verhalen";
    }
}
