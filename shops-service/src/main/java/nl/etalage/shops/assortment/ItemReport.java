package nl.etalage.shops.assortment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one row.
 *
 * @param row its number: from 1 in JSON, as the spreadsheet counts in a table, the headings being row 1
 * @param sku of the product, to find the row by
 * @param title of the product, to find the row by
 * @param notes what was left out or shortened, in the caller's language
 * @param reasons why the row was refused or skipped, in the caller's language
 */
@Schema(name = "AssortmentRow")
public record ItemReport(
        int row,
        Outcome outcome,
        @Schema(nullable = true) String sku,
        @Schema(nullable = true) String title,
        List<Reason> notes,
        List<Reason> reasons) {

    /** What became of it. */
    @Schema(name = "AssortmentOutcome")
    public enum Outcome {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("unchanged")
        UNCHANGED,
        /** An earlier row says what this product is; this one doesn't count. */
        @JsonProperty("repeated")
        REPEATED,
        /** The webshop doesn't offer this product, so the shop doesn't sell it; what was kept of it goes. */
        @JsonProperty("skipped")
        SKIPPED,
        @JsonProperty("refused")
        REFUSED
    }

    /**
     * A remark about a row.
     *
     * @param field where; empty when it is about the whole row
     * @param detail sentence in the caller's language
     */
    @Schema(name = "AssortmentRemark")
    public record Reason(String field, String detail) {}
}
