package nl.etalage.shops.assortment;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a change of an assortment did, or would do.
 *
 * @param dryRun whether nothing was written
 * @param version of the assortment now; after a dry run, as it was
 * @param removed products that are no longer in it
 * @param skipped rows with a product that the webshop doesn't offer, such as a draft
 * @param nothingRemoved why products that weren't among the rows stayed though all was said anew: a row was refused
 *     that may be any of them. A sentence in the caller's language; null otherwise
 * @param ignoredColumns headings we have no use for; none for JSON
 * @param rows what became of each row, in order. Where there are more than {@value #MOST_ROWS}, those that were refused,
 *     skipped or noted come first into account
 * @param rowsLeftOut how many rows are not in {@code rows}
 */
@Schema(name = "AssortmentReport")
public record AssortmentReport(
        boolean dryRun,
        long version,
        int created,
        int changed,
        int unchanged,
        int repeated,
        int removed,
        int skipped,
        int refused,
        @Schema(nullable = true) String nothingRemoved,
        List<String> ignoredColumns,
        List<ItemReport> rows,
        int rowsLeftOut) {

    /** More rows than a person reads, in less than a megabyte. */
    static final int MOST_ROWS = 1000;

    static AssortmentReport of(boolean dryRun, AssortmentTaken taken, List<String> ignoredColumns) {
        List<ItemReport> all = taken.rows();
        List<ItemReport> shown = all.size() <= MOST_ROWS ? all : mostTelling(all);
        return new AssortmentReport(
                dryRun,
                dryRun ? taken.before() : taken.after(),
                count(all, ItemReport.Outcome.CREATED),
                count(all, ItemReport.Outcome.CHANGED),
                count(all, ItemReport.Outcome.UNCHANGED),
                count(all, ItemReport.Outcome.REPEATED),
                taken.removed(),
                count(all, ItemReport.Outcome.SKIPPED),
                count(all, ItemReport.Outcome.REFUSED),
                taken.nothingRemoved(),
                ignoredColumns,
                List.copyOf(shown),
                all.size() - shown.size());
    }

    private static List<ItemReport> mostTelling(List<ItemReport> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(AssortmentReport::rank))
                .limit(MOST_ROWS)
                .sorted(Comparator.comparingInt(ItemReport::row))
                .toList();
    }

    private static int rank(ItemReport row) {
        if (row.outcome() == ItemReport.Outcome.REFUSED) {
            return 0;
        }
        if (row.outcome() == ItemReport.Outcome.SKIPPED || !row.notes().isEmpty()) {
            return 1;
        }
        return row.outcome() == ItemReport.Outcome.UNCHANGED ? 3 : 2;
    }

    private static int count(List<ItemReport> rows, ItemReport.Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
