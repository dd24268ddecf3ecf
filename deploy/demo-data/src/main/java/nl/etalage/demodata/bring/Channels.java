package nl.etalage.demodata.bring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.etalage.demodata.api.Api;
import nl.etalage.demodata.api.Call;
import nl.etalage.demodata.api.Failure;
import nl.etalage.demodata.content.DemoFiles;
import nl.etalage.demodata.content.RhythmWords;

/** The managers connect their shops' channels: an account on the stand-in, and one where a person posts. */
final class Channels {

    private final Api api;
    private final DemoFiles files;
    private final URI standIn;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    Channels(Api api, DemoFiles files, URI standIn) {
        this.api = api;
        this.files = files;
        this.standIn = standIn;
    }

    String bring() {
        List<Integer> made =
                Together.each(files.shops(), shop -> bring(shop.get("slug").asText()));
        return ids.size() + " channels, new "
                + made.stream().mapToInt(Integer::intValue).sum();
    }

    /** Id of a channel by {@code <shop>/<key>}. */
    Map<String, String> ids() {
        return Map.copyOf(ids);
    }

    private int bring(String shop) {
        String manager = shop + "-manager";
        List<JsonNode> there = api.list(manager, "/api/v1/channels?shop=" + shop);
        int made = 0;
        for (JsonNode wanted : files.channels()) {
            if (!wanted.get("shop").asText().equals(shop)) {
                continue;
            }
            Optional<JsonNode> known = there.stream()
                    .filter(channel -> channel.path("platform").equals(wanted.get("platform")))
                    .findFirst();
            JsonNode channel =
                    known.orElseGet(() -> api.send(Call.create(manager, "/api/v1/channels", request(wanted))));
            made += known.isPresent() ? 0 : 1;
            if (wanted.hasNonNull("token") && !isHealthy(channel)) {
                verify(manager, channel);
            }
            ids.put(shop + "/" + wanted.get("key").asText(), channel.get("id").asText());
        }
        return made;
    }

    private void verify(String manager, JsonNode channel) {
        String path = "/api/v1/channels/" + channel.get("id").asText() + "/verify";
        JsonNode verified = api.send(Call.act(manager, path, channel));
        if (!isHealthy(verified)) {
            throw new Failure("The channel %s of %s does not work: %s"
                    .formatted(
                            channel.path("account").asText(),
                            channel.path("shop").asText(),
                            verified.path("reason").asText()));
        }
    }

    private static boolean isHealthy(JsonNode channel) {
        return channel.path("state").asText().equals("healthy");
    }

    private ObjectNode request(JsonNode wanted) {
        ObjectNode channel = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("shop", "platform", "account", "purpose", "tone", "audience")) {
            channel.set(field, wanted.get(field));
        }
        channel.put("rhythm", RhythmWords.of(wanted.get("rhythm")));
        if (wanted.hasNonNull("token")) {
            channel.putObject("credentials")
                    .put("server", standIn.toString())
                    .put("accessToken", wanted.get("token").asText());
        }
        return channel;
    }
}
