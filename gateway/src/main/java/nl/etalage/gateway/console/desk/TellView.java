package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * The page on which a shop tells a story, with what it told before.
 *
 * @param shop its name
 * @param page address of this page
 * @param writes whether this person may tell one
 * @param news those about which the central group said something lately
 * @param told newest first
 * @param next address of the next page; null on the last
 * @param first whether this is the first page
 * @param done key of what was just done; null for nothing
 */
record TellView(
        String shop,
        String page,
        boolean writes,
        Typed typed,
        List<Offered> news,
        List<Offered> told,
        String next,
        boolean first,
        String done) {}
