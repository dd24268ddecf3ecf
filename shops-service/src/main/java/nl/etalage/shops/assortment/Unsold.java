package nl.etalage.shops.assortment;

import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Which products of a webshop's export nobody can buy. WooCommerce writes 1 for published, 0 for private and -1 for
 * draft, pending, planned and trashed; Shopify writes {@code true} or {@code false}, and beside it {@code active},
 * {@code draft}, {@code archived} or {@code unlisted}. Any other word says nothing against a product.
 *
 * @see <a href="https://github.com/woocommerce/woocommerce/wiki/Product-CSV-Import-Schema">WooCommerce's columns</a>
 * @see <a href="https://help.shopify.com/en/manual/products/import-export/using-csv">Shopify's columns</a>
 */
final class Unsold {

    private static final String DRAFT = "item.unsold-draft";
    private static final String HIDDEN = "item.unsold-hidden";
    private static final String ARCHIVED = "item.unsold-archived";
    private static final String VARIANT = "item.unsold-variant";

    private static final Map<String, String> STATUS = Map.ofEntries(
            Map.entry("draft", DRAFT),
            Map.entry("concept", DRAFT),
            Map.entry("pending", DRAFT),
            Map.entry("future", DRAFT),
            Map.entry("auto-draft", DRAFT),
            Map.entry("private", HIDDEN),
            Map.entry("privé", HIDDEN),
            Map.entry("archived", ARCHIVED),
            Map.entry("gearchiveerd", ARCHIVED),
            Map.entry("trash", ARCHIVED));

    /** A spreadsheet puts {@code false} into the language of who saves it. */
    private static final Map<String, String> PUBLISHED = Map.of(
            "-1", DRAFT,
            "0", HIDDEN,
            "false", HIDDEN,
            "onwaar", HIDDEN,
            "falsch", HIDDEN,
            "faux", HIDDEN,
            "falso", HIDDEN);

    private Unsold() {}

    /** Why a row's product isn't sold, by its own cells; null when it may be. */
    static GivenRow.Remark of(CSVRecord record, ProductHeadings headings) {
        GivenRow.Remark status = first(record, headings, ProductColumn.STATUS, STATUS);
        return status == null ? first(record, headings, ProductColumn.PUBLISHED, PUBLISHED) : status;
    }

    private static GivenRow.Remark first(
            CSVRecord record, ProductHeadings headings, ProductColumn column, Map<String, String> reasons) {
        return headings.cells(record, column).stream()
                .map(cell -> reasons.get(SpreadsheetCell.code(cell).toLowerCase(Locale.ROOT)))
                .filter(reason -> reason != null)
                .findFirst()
                .map(reason -> GivenRow.Remark.of("", reason))
                .orElse(null);
    }

    /** Why a variant isn't sold: for what it says, or because its product isn't. */
    static GivenRow.Remark ofVariant(GivenRow.Remark own, ProductCells head) {
        return own != null || head.unsold() == null ? own : GivenRow.Remark.of("", VARIANT, head.row());
    }
}
