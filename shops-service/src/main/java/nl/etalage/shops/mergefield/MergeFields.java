package nl.etalage.shops.mergefield;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import nl.etalage.shops.shop.ShopDocument;

/** What a shop's merge fields say in a story: {@code {{shop.name}}} and the like. */
final class MergeFields {

    private static final String PROFILE = MergeFieldNames.PROFILE;
    private static final String FIELD = MergeFieldNames.FIELD;

    private MergeFields() {}

    /**
     * Language to name to value, for every language we write; null where the shop has no value.
     *
     * @param names every name that may be used in a story
     */
    static Map<String, Map<String, String>> of(ShopDocument shop, SortedSet<String> names) {
        Map<String, Map<String, String>> languages = new LinkedHashMap<>();
        for (Phrases phrases : Phrases.values()) {
            Map<String, String> values = new TreeMap<>();
            names.forEach(name -> values.put(name, value(shop, name, phrases)));
            languages.put(phrases.language(), values);
        }
        return languages;
    }

    private static String value(ShopDocument shop, String name, Phrases phrases) {
        if (name.startsWith(PROFILE)) {
            return shop.profiles().get(name.substring(PROFILE.length()));
        }
        if (name.startsWith(FIELD)) {
            return shop.fields().get(name.substring(FIELD.length()));
        }
        return switch (name) {
            case "shop.name" -> shop.name();
            case "shop.town" -> shop.town();
            case "shop.website" -> shop.website();
            case "shop.webshop" -> shop.webshop();
            case "shop.openingHours" -> new OpeningHoursText(phrases).of(shop.openingHours());
            default -> null;
        };
    }
}
