package nl.etalage.content.productkey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A product as words that are compared letter by letter, such as {@code gtin:08712345678906}: the same words for what a
 * story is about and for what a shop sells.
 */
public final class LookupKeys {

    /** The product itself. */
    public static final String GTIN = "gtin:";

    public static final String SKU = "sku:";
    public static final String ARTICLE = "article:";

    /** The brand or supplier as a whole. */
    public static final String BRAND = "brand:";

    public static final String SUPPLIER = "supplier:";

    private LookupKeys() {}

    /**
     * All words for a product that is sold. Any may be null.
     *
     * @param gtin 14 digits
     * @param sku as {@link PlainName} has it, like the others
     */
    public static Set<String> sold(String gtin, String sku, String brand, String supplier, String article) {
        Set<String> keys = new LinkedHashSet<>();
        add(keys, GTIN, gtin);
        add(keys, SKU, sku);
        keys.addAll(articles(supplier, brand, article));
        add(keys, BRAND, brand);
        add(keys, SUPPLIER, supplier);
        return keys;
    }

    /** An article number means something only beside whose it is. All as {@link PlainName} has them, or null. */
    public static List<String> articles(String supplier, String brand, String article) {
        List<String> keys = new ArrayList<>();
        for (String whose : new String[] {supplier, brand}) {
            if (whose != null && article != null) {
                keys.add(ARTICLE + whose + "/" + article);
            }
        }
        return keys;
    }

    private static void add(Set<String> keys, String kind, String name) {
        if (name != null) {
            keys.add(kind + name);
        }
    }
}
