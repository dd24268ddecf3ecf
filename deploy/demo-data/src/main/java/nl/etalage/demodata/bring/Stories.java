package nl.etalage.demodata.bring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.etalage.demodata.api.Api;
import nl.etalage.demodata.api.Call;
import nl.etalage.demodata.content.Days;
import nl.etalage.demodata.content.DemoFiles;
import nl.etalage.demodata.content.StoryText;

/** One editor writes the stories and another releases them, in the order of the demo. */
final class Stories {

    static final String WRITER = "editor";
    private static final String RELEASER = "editor2";
    private static final String STORIES = "/api/v1/stories";
    private static final String ASSETS = "/api/v1/assets";

    private final Api api;
    private final DemoFiles files;
    private final StoryText text;
    private final Map<String, String> ids = new TreeMap<>();

    Stories(Api api, DemoFiles files, Days days) {
        this.api = api;
        this.files = files;
        this.text = new StoryText(days);
    }

    String bring() {
        Map<String, JsonNode> there = firstBy("title", STORIES);
        Map<String, JsonNode> pictures = firstBy("altText", ASSETS);
        List<JsonNode> wanted = files.stories();
        List<JsonNode> offered = Together.each(wanted, story -> {
            JsonNode known = there.get(story.get("title").asText());
            return offer(known == null ? write(story, pictures) : known);
        });
        int made = 0;
        for (int at = 0; at < wanted.size(); at++) {
            JsonNode story = offered.get(at);
            if (isIn("in-review", story)) {
                api.send(Call.act(RELEASER, STORIES + "/" + story.get("id").asText() + "/release", story));
                made++;
            }
            ids.put(wanted.get(at).get("key").asText(), story.get("id").asText());
        }
        return wanted.size() + " stories, new " + made;
    }

    /** Id of a story by its key. */
    Map<String, String> ids() {
        return Map.copyOf(ids);
    }

    private JsonNode write(JsonNode story, Map<String, JsonNode> pictures) {
        List<String> assets = new ArrayList<>();
        for (JsonNode picture : story.get("assets")) {
            JsonNode known = pictures.get(picture.get("altText").asText());
            assets.add((known == null ? upload(picture) : known).get("id").asText());
        }
        return api.send(Call.create(WRITER, STORIES, text.request(story, assets)));
    }

    private JsonNode upload(JsonNode picture) {
        String name = picture.get("file").asText();
        ObjectNode metadata = picture.deepCopy();
        metadata.remove("file");
        return api.send(Call.upload(WRITER, ASSETS, name, files.picture(name), metadata));
    }

    private JsonNode offer(JsonNode story) {
        return isIn("draft", story)
                ? api.send(Call.act(WRITER, STORIES + "/" + story.get("id").asText() + "/submit", story))
                : story;
    }

    private Map<String, JsonNode> firstBy(String field, String path) {
        Map<String, JsonNode> items = new HashMap<>();
        api.list(WRITER, path)
                .forEach(item -> items.putIfAbsent(item.path(field).asText(), item));
        return items;
    }

    private static boolean isIn(String state, JsonNode story) {
        return story.path("state").asText().equals(state);
    }
}
