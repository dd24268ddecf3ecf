package nl.etalage.demodata.bring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import nl.etalage.demodata.api.Api;
import nl.etalage.demodata.api.Call;
import nl.etalage.demodata.content.Days;
import nl.etalage.demodata.content.DemoFiles;

/** The editor starts the campaign. */
final class Campaign {

    private static final String CAMPAIGNS = "/api/v1/campaigns";

    private final Api api;
    private final DemoFiles files;
    private final Days days;

    Campaign(Api api, DemoFiles files, Days days) {
        this.api = api;
        this.files = files;
        this.days = days;
    }

    /** Brings it with these stories, id by key. */
    String bring(Map<String, String> stories) {
        JsonNode campaign = files.campaign();
        boolean there = api.list(Stories.WRITER, CAMPAIGNS).stream()
                .anyMatch(known -> known.path("name").equals(campaign.get("name")));
        if (!there) {
            api.send(Call.create(Stories.WRITER, CAMPAIGNS, request(campaign, stories)));
        }
        return "1 campaign, new " + (there ? 0 : 1);
    }

    private ObjectNode request(JsonNode campaign, Map<String, String> stories) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("name", campaign.get("name"));
        request.set("goal", campaign.get("goal"));
        request.put("startsOn", day(campaign.get("startsInDays")));
        request.put("endsOn", day(campaign.get("endsInDays")));
        request.putArray("stories");
        campaign.get("stories").forEach(key -> request.withArray("/stories").add(stories.get(key.asText())));
        request.putArray("tasks");
        campaign.get("tasks").forEach(task -> request.withArray("/tasks")
                .addObject()
                .put("date", day(task.get("dueInDays")))
                .put("title", task.get("title").asText())
                .put("note", task.get("detail").asText()));
        return request;
    }

    private String day(JsonNode inDays) {
        return days.in(inDays.asInt()).toString();
    }
}
