package nl.etalage.content.product;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.etalage.content.productkey.Gtin;
import nl.etalage.content.productkey.PlainName;

/**
 * What a key means in the index of stories.
 *
 * @param asked as it was asked
 * @param product keys of the product itself; empty when a brand or supplier is asked
 * @param maker keys of its brand and supplier, for when no story names the product
 */
record Wanted(AskedKey asked, Set<String> product, Set<String> maker) {

    /** With what the shop's assortment knows of it. */
    static Wanted of(AskedKey asked, List<StockedProduct> stocked) {
        Set<String> product = new LinkedHashSet<>();
        Set<String> maker = new LinkedHashSet<>();
        if (asked.gtin() != null) {
            product.add(StoryKeys.GTIN + Gtin.of(asked.gtin()).orElseThrow().value());
        }
        if (asked.sku() != null) {
            product.add(StoryKeys.SKU + PlainName.of(asked.sku()));
        }
        if (asked.brand() != null) {
            maker.add(StoryKeys.OF_BRAND + PlainName.of(asked.brand()));
        }
        if (asked.supplier() != null && asked.article() == null) {
            maker.add(StoryKeys.OF_SUPPLIER + PlainName.of(asked.supplier()));
        }
        if (asked.article() != null) {
            product.addAll(StoryKeys.articles(asked.supplier(), null, asked.article()));
            add(maker, StoryKeys.SUPPLIER, PlainName.of(asked.supplier()));
        }
        if (asked.product()) {
            stocked.stream().filter(known -> known.is(asked)).forEach(known -> {
                add(product, StoryKeys.GTIN, known.gtin());
                product.addAll(StoryKeys.articles(known.supplier(), known.brand(), known.article()));
                add(maker, StoryKeys.BRAND, known.brand());
                add(maker, StoryKeys.SUPPLIER, known.supplier());
            });
        }
        return new Wanted(asked, product, maker);
    }

    private static void add(Set<String> keys, String kind, String name) {
        if (name != null) {
            keys.add(kind + name);
        }
    }

    /** The keys that answer it, given which keys have a story. */
    Set<String> answering(Set<String> found) {
        return product.stream().anyMatch(found::contains) ? product : maker;
    }
}
