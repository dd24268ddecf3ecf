package nl.etalage.content.product;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.etalage.content.productkey.Gtin;
import nl.etalage.content.productkey.LookupKeys;
import nl.etalage.content.productkey.PlainName;
import nl.etalage.content.story.Product;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.StoryType;

/**
 * By which keys a story is found: words such as {@code gtin:08712345678906}, compared letter by letter.
 *
 * <p>A story that names a product is about that product. It is about the whole brand or supplier only when it names
 * nothing narrower, or tells of a maker: a story about one maker's coffee says nothing about their tea.
 */
public final class StoryKeys {

    /** The product itself. */
    static final String GTIN = LookupKeys.GTIN;

    static final String SKU = LookupKeys.SKU;
    static final String ARTICLE = LookupKeys.ARTICLE;

    /** The brand or supplier as a whole. */
    static final String BRAND = LookupKeys.BRAND;

    static final String SUPPLIER = LookupKeys.SUPPLIER;

    /** Anything of the brand or supplier, for who asks for it by name. */
    static final String OF_BRAND = LookupKeys.ANYTHING_OF + BRAND;

    static final String OF_SUPPLIER = LookupKeys.ANYTHING_OF + SUPPLIER;

    private StoryKeys() {}

    /** All keys of a story, each once. */
    static Set<String> of(StoryContent content) {
        Set<String> keys = new LinkedHashSet<>();
        for (Product product : content.products()) {
            List<String> own = product(product);
            keys.addAll(own);
            String brand = PlainName.of(product.brand());
            String supplier = PlainName.of(product.supplier());
            add(keys, OF_BRAND, brand);
            add(keys, OF_SUPPLIER, supplier);
            if (own.isEmpty() || content.type() == StoryType.MAKER) {
                add(keys, BRAND, brand);
                add(keys, SUPPLIER, supplier);
            }
        }
        return keys;
    }

    private static List<String> product(Product product) {
        List<String> keys = new ArrayList<>();
        Gtin.of(product.gtin() == null ? null : product.gtin().strip())
                .ifPresent(gtin -> keys.add(GTIN + gtin.value()));
        String sku = PlainName.of(product.sku());
        if (sku != null) {
            keys.add(SKU + sku);
        }
        keys.addAll(articles(product.supplier(), product.brand(), product.article()));
        return keys;
    }

    /** An article number means something only beside whose it is. */
    static List<String> articles(String supplier, String brand, String article) {
        return LookupKeys.articles(PlainName.of(supplier), PlainName.of(brand), PlainName.of(article));
    }

    private static void add(Set<String> keys, String kind, String name) {
        if (name != null) {
            keys.add(kind + name);
        }
    }
}
