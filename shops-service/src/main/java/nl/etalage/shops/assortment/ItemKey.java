package nl.etalage.shops.assortment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /**
     * The key of an item in which something is wrong, where that leaves no doubt which product it is.
     *
     * @param item null when it couldn't be read
     * @param wrong names of its fields with something wrong; empty for the whole item
     * @return empty when it may be any product
     */
    static Optional<String> despite(AssortmentItem item, Set<String> wrong) {
        if (item == null) {
            return Optional.empty();
        }
        List<String> telling;
        if (item.sku() != null) {
            telling = List.of("sku");
        } else if (item.gtin() != null) {
            telling = List.of("gtin");
        } else if (item.article() != null) {
            telling = List.of("", "article", item.supplier() == null ? "brand" : "supplier");
        } else {
            return Optional.empty();
        }
        return wrong.stream().anyMatch(telling::contains) ? Optional.empty() : Optional.of(of(item));
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
