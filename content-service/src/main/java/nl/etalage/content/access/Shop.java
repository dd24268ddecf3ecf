package nl.etalage.content.access;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What this service knows of a shop.
 *
 * @param slug id
 * @param zone where its clock hangs
 * @param locale language of the shop, such as {@code nl}
 * @param groups groups it belongs to
 * @param stamp changes with everything below and above
 * @param mergeFields values by language and name; a name without a value is absent
 */
public record Shop(
        String slug,
        ZoneId zone,
        String locale,
        List<String> groups,
        String stamp,
        Map<String, Map<String, String>> mergeFields) {

    public Shop {
        groups = List.copyOf(groups);
        mergeFields = Map.copyOf(mergeFields);
    }

    /** The values in a language, or in the shop's own language where that one is not kept. */
    public Map<String, String> fieldsIn(String language) {
        Map<String, String> own = mergeFields.getOrDefault(locale, Map.of());
        return new HashMap<>(mergeFields.getOrDefault(language == null ? locale : language, own));
    }
}
