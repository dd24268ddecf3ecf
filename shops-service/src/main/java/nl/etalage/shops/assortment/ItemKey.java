package nl.etalage.shops.assortment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what an item is known again when the shop sends its assortment once more: its SKU, else its GTIN, else the
 * supplier's article number, else all else it says.
 */
final class ItemKey {

    private ItemKey() {}

    /** The key of an item that passed the rules; two items of a shop with the same key are the same product. */
    static String of(AssortmentItem item) {
        if (item.sku() != null) {
            return "sku:" + item.sku();
        }
        if (item.gtin() != null) {
            return "gtin:" + Gtin.of(item.gtin()).map(Gtin::value).orElse(item.gtin());
        }
        String maker = item.supplier() == null ? item.brand() : item.supplier();
        if (item.article() != null) {
            return "article:" + maker + "/" + item.article();
        }
        return "title:" + digest(String.join("\n", maker, item.title(), item.url()));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
