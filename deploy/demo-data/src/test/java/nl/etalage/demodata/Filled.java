package nl.etalage.demodata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with their merge fields, as a shop would see them. */
final class Filled {

    static final int MASTODON_LIMIT = 500;

    /** More than any week of opening hours takes once equal days are put together. */
    private static final String LONG_HOURS = "x".repeat(120);

    /** As the import writes a date; no day and month together are longer. */
    private static final String LONG_DATE = "donderdag 24 september";

    private static final Pattern FIELD = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern MOMENT = Pattern.compile("\\[\\[(.*?)]]");
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private Filled() {}

    /** Every merge field a shop has a value for, in Dutch. */
    static Map<String, String> fieldsOf(JsonNode shop) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : new String[] {"name", "town", "website", "webshop"}) {
            if (shop.path(field).isTextual()) {
                values.put("shop." + field, shop.get(field).asText());
            }
        }
        if (!shop.path("openingHours").isEmpty()) {
            values.put("shop.openingHours", LONG_HOURS);
        }
        shop.path("fields")
                .properties()
                .forEach(field -> values.put(
                        "shop.fields." + field.getKey(), field.getValue().asText()));
        return values;
    }

    /** For every merge field the longest value any shop has. */
    static Map<String, String> longestFields() {
        Map<String, String> longest = new LinkedHashMap<>();
        for (JsonNode shop : Demo.shops()) {
            fieldsOf(shop).forEach((name, value) -> longest.merge(name, value, Filled::longer));
        }
        return longest;
    }

    /** The text with dates and fields in; what has no value stays behind in braces. */
    static String fill(String text, Map<String, String> values) {
        String dated = MOMENT.matcher(text).replaceAll(LONG_DATE);
        return FIELD.matcher(dated)
                .replaceAll(field -> Matcher.quoteReplacement(values.getOrDefault(field.group(1), field.group())));
    }

    /** As Mastodon counts when there is no link in it: what a reader sees as one character is one. */
    static long length(String text) {
        return GRAPHEME.matcher(text).results().count();
    }

    static Set<String> fieldsIn(String text) {
        return namesBy(FIELD, text);
    }

    static Set<String> momentsIn(String text) {
        return namesBy(MOMENT, text);
    }

    /** What goes out on a channel, its fields not yet filled. */
    static String sourceFor(JsonNode story, String platform) {
        JsonNode own = story.path("channelTexts").path(platform);
        return own.isTextual() ? own.asText() : story.get("body").asText();
    }

    private static Set<String> namesBy(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .forEach(names::add);
        return names;
    }

    private static String longer(String one, String other) {
        return one.length() >= other.length() ? one : other;
    }
}
