package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * A story that a shop told, with what became of it.
 *
 * @param shop its name
 * @param page address of the page with all of the shop's
 * @param writes whether this person may change it
 * @param earlier what it said before
 */
record ToldView(String shop, String page, boolean writes, Offered one, List<EarlierText> earlier, Typed typed) {}
