package nl.etalage.gateway.console.desk;

/**
 * A story that a shop told, with what became of it.
 *
 * @param shop its name
 * @param page address of the page with all of the shop's
 * @param writes whether this person may change it
 */
record ToldView(String shop, String page, boolean writes, Offered one, Typed typed) {

    /** Where its picture is; empty for one that was sent just now and is not part of it yet. */
    public String picture() {
        return typed.asset().equals(one.asset()) ? one.picture() : "";
    }
}
