package nl.etalage.content.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What this service knows of a shop.
 *
 * @param slug id
 * @param zone where its clock hangs
 * @param locale language of the shop, such as {@code nl}
 * @param groups groups it belongs to
 * @param stock counts the changes of its assortment that changed its library
 * @param stamp changes with everything below and above
 * @param mergeFields values by language and name; a name without a value is absent
 */
public record Shop(
        String slug,
        ZoneId zone,
        String locale,
        List<String> groups,
        long stock,
        String stamp,
        Map<String, Map<String, String>> mergeFields) {

    private static final int SIDE_LENGTH = 12;

    public Shop {
        groups = List.copyOf(groups);
        mergeFields = Map.copyOf(mergeFields);
    }

    /**
     * Changes with what the library shows because of the shop: its groups, its language, its merge fields, and what it
     * sells of what stories are only for who sells it.
     */
    public String side() {
        String shown = new TreeSet<>(groups) + "|" + locale + "|" + zone + "|" + stock + "|" + sorted();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SIDE_LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private Map<String, Map<String, String>> sorted() {
        Map<String, Map<String, String>> sorted = new TreeMap<>();
        mergeFields.forEach((language, values) -> sorted.put(language, new TreeMap<>(values)));
        return sorted;
    }

    /** The values in a language, or in the shop's own language where that one is not kept. */
    public Map<String, String> fieldsIn(String language) {
        Map<String, String> own = mergeFields.getOrDefault(locale, Map.of());
        return new HashMap<>(mergeFields.getOrDefault(language == null ? locale : language, own));
    }
}
