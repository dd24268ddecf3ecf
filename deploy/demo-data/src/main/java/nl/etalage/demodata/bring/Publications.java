package nl.etalage.demodata.bring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.etalage.demodata.api.Api;
import nl.etalage.demodata.api.Call;
import nl.etalage.demodata.content.Days;
import nl.etalage.demodata.content.DemoFiles;

/** People of the shops adapt stories and plan them. */
final class Publications {

    private static final String ADAPTATIONS = "/api/v1/adaptations";
    private static final String PUBLICATIONS = "/api/v1/publications";

    private final Api api;
    private final DemoFiles files;
    private final Days days;

    Publications(Api api, DemoFiles files, Days days) {
        this.api = api;
        this.files = files;
        this.days = days;
    }

    /**
     * Plans what isn't planned yet.
     *
     * @param stories id by key
     * @param channels id by {@code <shop>/<key>}
     */
    String bring(Map<String, String> stories, Map<String, String> channels) {
        Map<String, Set<String>> planned = planned();
        List<JsonNode> wanted = files.publications();
        List<Integer> made = Together.each(wanted, publication -> {
            String shop = publication.get("shop").asText();
            String story = stories.get(publication.get("story").asText());
            String channel =
                    channels.get(shop + "/" + publication.get("channel").asText());
            if (planned.get(shop).contains(channel + " " + story)) {
                return 0;
            }
            plan(publication, channel, adapted(publication, story));
            return 1;
        });
        return wanted.size() + " publications, new "
                + made.stream().mapToInt(Integer::intValue).sum();
    }

    /** Per shop: on which channel which story stands already, whatever became of it. */
    private Map<String, Set<String>> planned() {
        Set<String> shops = files.publications().stream()
                .map(publication -> publication.get("shop").asText())
                .collect(Collectors.toSet());
        return Together.each(shops, shop -> Map.entry(shop, planned(shop))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<String> planned(String shop) {
        return api.list(shop + "-manager", PUBLICATIONS + "?shop=" + shop).stream()
                .map(publication -> publication.path("channel").asText() + " "
                        + publication.path("story").asText())
                .collect(Collectors.toSet());
    }

    /** The shop's adaptation of the story, in its own words where the demo has them. */
    private String adapted(JsonNode publication, String story) {
        String who = publication.get("by").asText();
        String shop = publication.get("shop").asText();
        JsonNode adaptation = api.list(who, ADAPTATIONS + "?shop=" + shop + "&story=" + story).stream()
                .findFirst()
                .orElseGet(() -> api.send(Call.create(
                        who,
                        ADAPTATIONS,
                        JsonNodeFactory.instance.objectNode().put("shop", shop).put("story", story))));
        String id = adaptation.get("id").asText();
        JsonNode own = publication.path("ownMastodonText");
        if (own.isTextual()
                && !adaptation.at("/overrides/channelTexts/mastodon").equals(own)) {
            ObjectNode patch = JsonNodeFactory.instance.objectNode();
            patch.withObject("/overrides/channelTexts").set("mastodon", own);
            api.send(Call.change(who, ADAPTATIONS + "/" + id, adaptation, patch));
        }
        return id;
    }

    private void plan(JsonNode publication, String channel, String adaptation) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("shop", publication.get("shop").asText())
                .put("channel", channel)
                .put("adaptation", adaptation)
                .put("localTime", days.localTime(publication));
        api.send(Call.create(publication.get("by").asText(), PUBLICATIONS, request));
    }
}
