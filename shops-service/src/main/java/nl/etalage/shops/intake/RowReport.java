package nl.etalage.shops.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one row.
 *
 * @param row number in the spreadsheet, the headings being row 1
 * @param shop slug of the shop; null for a refused row
 * @param changed names of the fields that the row changed
 * @param kept names of the fields where the shop says something else than the row, and keeps it
 * @param reasons why the row was refused, in the caller's language
 */
@Schema(name = "ImportedRow")
public record RowReport(
        int row,
        Outcome outcome,
        @Schema(nullable = true) String shop,
        List<String> changed,
        List<String> kept,
        List<Reason> reasons) {

    /** What became of it. */
    @Schema(name = "ImportOutcome")
    public enum Outcome {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("refused")
        REFUSED
    }

    /**
     * One thing wrong with a row.
     *
     * @param field where; empty when it is about the whole row
     * @param detail sentence in the caller's language
     */
    @Schema(name = "ImportReason")
    public record Reason(String field, String detail) {}

    static RowReport created(ShopRow row, String shop) {
        return new RowReport(row.row(), Outcome.CREATED, shop, List.of(), List.of(), List.of());
    }

    static RowReport found(ShopRow row, String shop, List<String> changed, List<String> kept) {
        Outcome outcome = changed.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED;
        return new RowReport(row.row(), outcome, shop, changed, kept, List.of());
    }

    static RowReport refused(ShopRow row, List<Reason> reasons) {
        return new RowReport(row.row(), Outcome.REFUSED, null, List.of(), List.of(), reasons);
    }
}
