package nl.etalage.content.library;

import java.util.Collection;

/**
 * How a story stands with one shop, as far as only the database knows.
 *
 * @param groups of the shop
 * @param sells whether the shop sells one of the story's products now
 * @param sold whether it sells something that the story was ever only for the sellers of
 * @param listed whether it is in the shop's lists when it is visible at all, and not a sibling in its language instead
 */
record Standing(Collection<String> groups, boolean sells, boolean sold, boolean listed) {

    /** Of a story for which neither makes a difference. */
    static Standing of(Collection<String> groups) {
        return new Standing(groups, true, true, true);
    }
}
