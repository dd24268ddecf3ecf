package nl.etalage.shops.assortment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product that a shop sells, by any of the keys it is known by. One of {@code gtin}, {@code sku}, {@code brand} and
 * {@code supplier} is there; a product without a GTIN is as good as any.
 *
 * @param gtin 8, 12, 13 or 14 digits with a right check digit; answered as 14
 * @param sku the shop's own number
 * @param brand name of the brand or maker
 * @param supplier who the shop buys it from
 * @param article the supplier's or maker's article number
 * @param title what the shop calls it
 * @param url its page in the webshop; http or https
 * @param picture address of a picture; http or https
 */
@Schema(name = "AssortmentItem")
public record AssortmentItem(
        @Schema(nullable = true, maxLength = 20, examples = "08712345678906") String gtin,
        @Schema(nullable = true, maxLength = ItemRules.LONGEST_KEY, examples = "KOFFIE-250") String sku,
        @Schema(nullable = true, maxLength = ItemRules.LONGEST_KEY, examples = "Café Chavalo") String brand,
        @Schema(nullable = true, maxLength = ItemRules.LONGEST_KEY) String supplier,
        @Schema(nullable = true, maxLength = ItemRules.LONGEST_KEY) String article,
        @Schema(nullable = true, maxLength = ItemRules.LONGEST_TITLE) String title,
        @Schema(nullable = true, maxLength = ItemRules.LONGEST_URL) String url,
        @Schema(nullable = true, maxLength = ItemRules.LONGEST_URL) String picture) {

    public AssortmentItem {
        gtin = filled(gtin);
        sku = filled(sku);
        brand = filled(brand);
        supplier = filled(supplier);
        article = filled(article);
        title = filled(title);
        url = filled(url);
        picture = filled(picture);
    }

    /** The same item with its GTIN in 14 digits; what is no GTIN is left out. */
    AssortmentItem canonical() {
        return new AssortmentItem(
                Gtin.of(gtin).map(Gtin::value).orElse(null), sku, brand, supplier, article, title, url, picture);
    }

    /** A field of blanks says as little as one that is absent. */
    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
