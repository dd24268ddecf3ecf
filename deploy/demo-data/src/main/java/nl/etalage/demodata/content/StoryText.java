package nl.etalage.demodata.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A story of the demo as the API takes it: days counted out, and only the fields that the API knows. */
public final class StoryText {

    private final Days days;

    public StoryText(Days days) {
        this.days = days;
    }

    /**
     * What to send.
     *
     * @param story as in the file; {@code [[startsAt]]} in its texts stands for that detail, in words
     * @param assets ids of its pictures, in its order
     */
    public ObjectNode request(JsonNode story, List<String> assets) {
        ObjectNode request = story.deepCopy();
        request.remove("key");
        Map<String, String> words = new LinkedHashMap<>();
        story.get("details").properties().forEach(detail -> {
            if (detail.getValue().isObject()) {
                LocalDateTime moment = days.moment(detail.getValue());
                request.withObject("/details").put(detail.getKey(), moment.toString());
                words.put("[[" + detail.getKey() + "]]", Days.inWords(moment.toLocalDate()));
            }
        });
        request.put("body", filled(story.get("body").asText(), words));
        story.get("channelTexts").properties().forEach(text -> request.withObject("/channelTexts")
                .put(text.getKey(), filled(text.getValue().asText(), words)));
        request.putArray("assets");
        assets.forEach(id -> request.withArray("/assets").add(id));
        return request;
    }

    private static String filled(String text, Map<String, String> words) {
        String result = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            result = result.replace(word.getKey(), word.getValue());
        }
        return result;
    }
}
