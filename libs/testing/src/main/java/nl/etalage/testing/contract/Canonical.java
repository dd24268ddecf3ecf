package nl.etalage.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was sent or answered in a test, as an example to read: the same in every run. Ids, slugs, secrets, moments and
 * addresses get fixed values, of the same form and one for each, and lists keep their first item.
 */
final class Canonical {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final List<String> SHOPS = List.of("zeist", "utrecht", "assen");
    private static final String MOMENT = "2026-12-05T10:00:00Z";
    private static final String PAGE = "eyJhZnRlciI6WyJ6ZWlzdCJdfQ";

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> shops = new LinkedHashMap<>();

    private Canonical() {}

    static JsonNode of(JsonNode seen) {
        return new Canonical().node(seen, "");
    }

    private JsonNode node(JsonNode seen, String name) {
        if (seen instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), node(member.getValue(), member.getKey())));
            return copy;
        }
        if (seen instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            if (!array.isEmpty()) {
                copy.add(node(array.get(0), name));
            }
            return copy;
        }
        if (!seen.isTextual()) {
            return seen;
        }
        return TextNode.valueOf(name.equals("nextPageToken") ? PAGE : text(seen.textValue()));
    }

    private String text(String seen) {
        String text = seen.replaceAll(UUID + "@", "anja@")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", MOMENT)
                .replaceAll("https?://(localhost|127\\.0\\.0\\.1)(:\\d+)?", "https://etalage.example")
                .replaceAll("\\b[0-9a-f]{64}\\b", "0123456789abcdef".repeat(4))
                .replaceAll("\\b[0-9a-f]{32}\\b", "0123456789abcdef".repeat(2))
                .replaceAll("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])", "x".repeat(43))
                .replaceAll("(?<=[a-z]) \\d+$", "");
        text = renamed(text, UUID, ids, number -> "01976b2e-4c00-7000-8000-%012d".formatted(number));
        return renamed(text, "winkel-\\d+", shops, number -> SHOPS.get(Math.min(number, SHOPS.size()) - 1));
    }

    private static String renamed(
            String text, String pattern, Map<String, String> known, java.util.function.IntFunction<String> name) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.replaceAll(
                match -> known.computeIfAbsent(match.group(), unknown -> name.apply(known.size() + 1)));
    }
}
