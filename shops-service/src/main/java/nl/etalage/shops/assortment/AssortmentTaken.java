package nl.etalage.shops.assortment;

import java.util.List;

/**
 * What became of rows that were brought.
 *
 * @param before version of the assortment as it was
 * @param after version of the assortment as it is
 * @param removed products that are no longer in it
 * @param nothingRemoved why nothing was removed though all was said anew, in the caller's language; null otherwise
 * @param rows in order
 */
record AssortmentTaken(long before, long after, int removed, String nothingRemoved, List<ItemReport> rows) {

    AssortmentTaken {
        rows = List.copyOf(rows);
    }
}
