package nl.etalage.shops.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether nothing was written
 * @param ignoredColumns headings we have no use for
 * @param rows what became of each row, in order
 */
@Schema(name = "ImportReport")
public record ImportReport(
        boolean dryRun,
        int created,
        int changed,
        int unchanged,
        int refused,
        List<String> ignoredColumns,
        List<RowReport> rows) {

    static ImportReport of(boolean dryRun, List<String> ignoredColumns, List<RowReport> rows) {
        return new ImportReport(
                dryRun,
                count(rows, RowReport.Outcome.CREATED),
                count(rows, RowReport.Outcome.CHANGED),
                count(rows, RowReport.Outcome.UNCHANGED),
                count(rows, RowReport.Outcome.REFUSED),
                ignoredColumns,
                List.copyOf(rows));
    }

    private static int count(List<RowReport> rows, RowReport.Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
