package nl.etalage.content.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A field of a story that differs.
 *
 * @param field JSON pointer (RFC 6901) into the story, such as {@code /body} or {@code /channelTexts/mastodon}
 * @param before null where it was empty
 * @param after null where it is empty
 * @param words where both are text, the pieces that stayed, went and came; else empty
 */
@Schema(name = "FieldDifference")
public record FieldDifference(
        @Schema(examples = "/body") String field,
        @Schema(nullable = true) Object before,
        @Schema(nullable = true) Object after,
        List<WordDifference.Piece> words) {

    /** Objects whose members differ one by one. */
    private static final Set<String> OPENED = Set.of("details", "channelTexts");

    /**
     * The fields that differ between two contents of a story.
     *
     * @param before {@link StoryContent} as JSON
     * @param after as {@code before}
     */
    static List<FieldDifference> between(JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = fields(before);
        Map<String, JsonNode> now = fields(after);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<FieldDifference> differences = new ArrayList<>();
        for (String name : names) {
            JsonNode was = old.get(name);
            JsonNode is = now.get(name);
            if (!Objects.equals(was, is)) {
                differences.add(new FieldDifference(name, was, is, words(was, is)));
            }
        }
        return differences;
    }

    private static List<WordDifference.Piece> words(JsonNode was, JsonNode is) {
        return was != null && is != null && was.isTextual() && is.isTextual()
                ? WordDifference.between(was.asText(), is.asText())
                : List.of();
    }

    /** What is filled, by pointer. */
    private static Map<String, JsonNode> fields(JsonNode content) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        content.properties().forEach(member -> {
            String pointer = "/" + member.getKey();
            JsonNode value = member.getValue();
            if (OPENED.contains(member.getKey()) && value.isObject()) {
                value.properties().forEach(part -> put(fields, pointer + "/" + part.getKey(), part.getValue()));
            } else {
                put(fields, pointer, value);
            }
        });
        return fields;
    }

    private static void put(Map<String, JsonNode> fields, String pointer, JsonNode value) {
        boolean empty = value.isNull() || (value.isContainerNode() && value.isEmpty());
        if (!empty) {
            fields.put(pointer, value);
        }
    }
}
