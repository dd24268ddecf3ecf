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

    /** Before brand and supplier: a story of any one product of theirs. */
    public static final String ANYTHING_OF = "of-";

    private static final List<String> KINDS = List.of(GTIN, SKU, ARTICLE, BRAND, SUPPLIER);

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

    /**
     * The words that somebody means who writes one, or the number under the bars by itself.
     *
     * @return none when it is neither; else what it says as it stands and as it is compared
     */
    public static Set<String> meant(String written) {
        Set<String> meant = new LinkedHashSet<>();
        String kind = KINDS.stream().filter(written::startsWith).findFirst().orElse(GTIN);
        String said = written.startsWith(kind) ? written.substring(kind.length()) : written;
        if (kind.equals(GTIN)) {
            add(meant, GTIN, Gtin.of(said.strip()).map(Gtin::value).orElse(null));
        } else if (PlainName.of(said) != null) {
            meant.add(written);
            meant.add(kind + PlainName.of(said));
        }
        return meant;
    }

    private static void add(Set<String> keys, String kind, String name) {
        if (name != null) {
            keys.add(kind + name);
        }
    }
}
