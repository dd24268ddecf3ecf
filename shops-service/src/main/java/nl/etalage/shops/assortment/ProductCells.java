package nl.etalage.shops.assortment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * What a row of a webshop's export says of a product.
 *
 * @param names by which its variants call it
 * @param head how it calls the product that it is a variant of; null when it is none
 * @param variant what tells it from other variants, such as {@code Blue / Large}; null when nothing does
 * @param unsold why nobody can buy it; null when they may
 * @param refusal why it can't be read; null when it can
 */
record ProductCells(
        int row,
        List<String> names,
        String head,
        String variant,
        AssortmentItem item,
        GivenRow.Remark unsold,
        GivenRow.Remark refusal) {

    /** Shopify's word for a product without variants. */
    private static final String NO_VARIANT = "Default Title";

    private static final String NEXT_PICTURE = ",\\s*(?=https?:)";

    /** Shopify takes several codes of one product. */
    private static final Pattern NEXT_CODE = Pattern.compile("[,;|\\s]+");

    /** A UPC of twelve digits that lost the zero it began with; most have one. */
    private static final Pattern WITHOUT_ZERO = Pattern.compile("[0-9]{11}");

    /** WooCommerce writes a comma within a name as {@code \,}. */
    private static final String NEXT_BRAND = "(?<!\\\\),\\s*";

    ProductCells {
        names = List.copyOf(names);
    }

    static ProductCells refused(int row, GivenRow.Remark why) {
        return new ProductCells(row, List.of(), null, null, null, null, why);
    }

    static ProductCells of(int row, CSVRecord record, ProductHeadings headings) {
        String id = headings.cell(record, ProductColumn.ID);
        String sku = SpreadsheetCell.code(headings.cell(record, ProductColumn.SKU));
        String handle = headings.cell(record, ProductColumn.HANDLE);
        String parent = headings.cell(record, ProductColumn.PARENT);
        String picture = headings.cell(record, ProductColumn.VARIANT_PICTURE);
        List<String> names = new ArrayList<>();
        add(names, "id:", id);
        add(names, "", sku);
        add(names, "handle:", handle);
        AssortmentItem item = new AssortmentItem(
                gtin(record, headings),
                sku == null && !headings.has(ProductColumn.SKU) ? id : sku,
                brand(record, headings),
                headings.cell(record, ProductColumn.SUPPLIER),
                SpreadsheetCell.code(headings.cell(record, ProductColumn.ARTICLE)),
                words(headings.cell(record, ProductColumn.TITLE)),
                headings.cell(record, ProductColumn.URL),
                first(picture == null ? headings.cell(record, ProductColumn.PICTURE) : picture, NEXT_PICTURE));
        String head = handle != null ? "handle:" + handle : SpreadsheetCell.code(parent);
        return new ProductCells(row, names, head, variant(record, headings), item, Unsold.of(record, headings), null);
    }

    private static void add(List<String> names, String kind, String name) {
        if (name != null) {
            names.add(kind + name);
        }
    }

    /** The first that is one, for plug-ins write more about a code than the code itself; else the first text of all. */
    private static String gtin(CSVRecord record, ProductHeadings headings) {
        List<String> written = Stream.concat(
                        headings.cells(record, ProductColumn.GTIN).stream(),
                        Stream.ofNullable(headings.attribute(record, ProductColumn::saysGtin)))
                .map(cell -> SpreadsheetCell.digits(SpreadsheetCell.code(cell)))
                .toList();
        Stream<String> several = written.stream()
                .flatMap(NEXT_CODE::splitAsStream)
                .map(SpreadsheetCell::code)
                .map(SpreadsheetCell::digits);
        return Stream.concat(written.stream(), several)
                .filter(code -> Gtin.of(code).isPresent())
                .findFirst()
                .or(() -> written.stream().filter(Gtin::hasForm).findFirst())
                .or(() -> written.stream().filter(SpreadsheetCell::shortened).findFirst())
                .or(() -> written.stream().findFirst())
                .orElse(null);
    }

    private static String brand(CSVRecord record, ProductHeadings headings) {
        String brand = headings.cell(record, ProductColumn.BRAND);
        if (brand != null) {
            return words(brand);
        }
        String brands = headings.cell(record, ProductColumn.BRANDS);
        String several = brands == null ? headings.attribute(record, ProductColumn::saysBrand) : brands;
        if (several == null) {
            return null;
        }
        String whole = first(several, NEXT_BRAND).replace("\\,", ",");
        return words(whole.substring(whole.lastIndexOf(" > ") < 0 ? 0 : whole.lastIndexOf(" > ") + 3));
    }

    private static String variant(CSVRecord record, ProductHeadings headings) {
        List<String> options = headings.cells(record, ProductColumn.OPTION).stream()
                .filter(option -> !option.equals(NO_VARIANT))
                .toList();
        return options.isEmpty() ? null : String.join(" / ", options);
    }

    private static String first(String list, String between) {
        return list == null ? null : list.split(between, 2)[0];
    }

    /** Some write names as they stand in a page. */
    private static String words(String cell) {
        return cell == null ? null : cell.replace("&amp;", "&").replaceAll("\\s+", " ");
    }

    /** Shopify gives each further picture of a product a row; there is nothing to sell in it. */
    boolean saysProduct() {
        return item.gtin() != null
                || item.sku() != null
                || item.title() != null
                || item.article() != null
                || variant != null
                || (head == null && (item.brand() != null || item.supplier() != null));
    }

    ProductCells completedBy(ProductCells head) {
        AssortmentItem other = head.item();
        AssortmentItem whole = new AssortmentItem(
                item.gtin(),
                nameless(other) ? other.sku() : item.sku(),
                either(item.brand(), other.brand()),
                either(item.supplier(), other.supplier()),
                item.article(),
                either(item.title(), other.title()),
                either(item.url(), other.url()),
                either(item.picture(), other.picture()));
        return new ProductCells(row, names, this.head, variant, whole, Unsold.ofVariant(unsold, head), refusal);
    }

    /** A variant that nothing tells from its product is that product once more, and no error. */
    private boolean nameless(AssortmentItem head) {
        boolean named = item.gtin() != null || item.sku() != null || item.brand() != null || item.supplier() != null;
        return !named && head.brand() == null && head.supplier() == null;
    }

    private static String either(String own, String others) {
        return own == null ? others : own;
    }

    /** The row to take, without what a webshop may write and we can't use. */
    GivenRow given() {
        if (refusal != null) {
            return GivenRow.refused(row, refusal);
        }
        if (unsold != null) {
            return GivenRow.unsold(row, item, unsold);
        }
        if (SpreadsheetCell.shortened(item.gtin())) {
            return GivenRow.refused(row, GivenRow.Remark.of("gtin", "item.number-shortened", item.gtin()));
        }
        if (SpreadsheetCell.shortened(item.sku())) {
            return GivenRow.refused(row, GivenRow.Remark.of("sku", "item.number-shortened", item.sku()));
        }
        List<GivenRow.Remark> notes = new ArrayList<>();
        AssortmentItem usable = new AssortmentItem(
                usableGtin(notes),
                item.sku(),
                item.brand(),
                item.supplier(),
                item.article(),
                title(notes),
                address("url", item.url(), notes),
                address("picture", item.picture(), notes));
        return new GivenRow(row, usable, notes, null, null);
    }

    private String usableGtin(List<GivenRow.Remark> notes) {
        String gtin = item.gtin();
        if (gtin == null || Gtin.hasForm(gtin)) {
            return gtin;
        }
        if (WITHOUT_ZERO.matcher(gtin).matches() && Gtin.of("0" + gtin).isPresent()) {
            notes.add(GivenRow.Remark.of("gtin", "item.gtin-zero", "0" + gtin));
            return "0" + gtin;
        }
        notes.add(GivenRow.Remark.of("gtin", "item.gtin-left-out"));
        return null;
    }

    private String title(List<GivenRow.Remark> notes) {
        String title = item.title() == null || variant == null ? item.title() : item.title() + " - " + variant;
        if (title == null || title.codePointCount(0, title.length()) <= ItemRules.LONGEST_TITLE) {
            return title;
        }
        notes.add(GivenRow.Remark.of("title", "item.title-shortened", ItemRules.LONGEST_TITLE));
        return title.substring(0, title.offsetByCodePoints(0, ItemRules.LONGEST_TITLE));
    }

    private static String address(String field, String text, List<GivenRow.Remark> notes) {
        if (text == null || ItemRules.isAddress(text)) {
            return text;
        }
        notes.add(GivenRow.Remark.of(field, "item.address-left-out"));
        return null;
    }
}
