package nl.etalage.content.library;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.etalage.content.productkey.Gtin;
import nl.etalage.content.productkey.LookupKeys;
import nl.etalage.content.productkey.PlainName;
import nl.etalage.content.story.Product;

/** A story's product by every word that {@link LookupKeys} has for it, and how the story writes that. */
final class NamedProduct {

    private NamedProduct() {}

    /** What is written, by word. */
    static Map<String, String> names(Product product) {
        Map<String, String> names = new LinkedHashMap<>();
        put(names, LookupKeys.GTIN, gtin(product.gtin()), product.gtin());
        put(names, LookupKeys.SKU, PlainName.of(product.sku()), product.sku());
        putArticle(names, product.supplier(), product.article());
        putArticle(names, product.brand(), product.article());
        put(names, LookupKeys.BRAND, PlainName.of(product.brand()), product.brand());
        put(names, LookupKeys.SUPPLIER, PlainName.of(product.supplier()), product.supplier());
        return names;
    }

    private static String gtin(String written) {
        return Gtin.of(written == null ? null : written.strip())
                .map(Gtin::value)
                .orElse(null);
    }

    private static void putArticle(Map<String, String> names, String whose, String article) {
        LookupKeys.articles(PlainName.of(whose), null, PlainName.of(article))
                .forEach(key -> names.put(key, whose.strip() + " " + article.strip()));
    }

    private static void put(Map<String, String> names, String kind, String plain, String written) {
        if (plain != null) {
            names.put(kind + plain, written.strip());
        }
    }
}
