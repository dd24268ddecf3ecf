package nl.etalage.standin.instance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import nl.etalage.standin.api.Address;
import nl.etalage.standin.api.Answer;
import nl.etalage.standin.api.ApiServing;
import nl.etalage.standin.json.Json;
import nl.etalage.standin.media.MediaLimits;
import nl.etalage.standin.post.PostLength;

/** https://docs.joinmastodon.org/methods/instance/#v2 */
public final class InstanceRoutes {
    private final Address address;

    public InstanceRoutes(Address address) {
        this.address = address;
    }

    public void mount(Router router, ApiServing serving) {
        router.get("/api/v2/instance").handler(serving.to(call -> Answer.ok(instance())));
    }

    private ObjectNode instance() {
        ObjectNode instance = Json.object()
                .put("domain", "localhost:" + address.port())
                .put("title", "Proef-Mastodon")
                .put("version", "4.5.0")
                .put("source_url", "https://github.com/mastodon/mastodon")
                .put("description", "Een nagemaakt Mastodon, om te proberen en te testen.");
        instance.putObject("usage").putObject("users").put("active_month", 0);
        instance.putObject("thumbnail").put("url", address.url("/header.svg"));
        instance.putArray("icon");
        instance.putArray("languages").add("nl");
        instance.set("configuration", configuration());
        instance.putObject("registrations")
                .put("enabled", false)
                .put("approval_required", false)
                .putNull("message")
                .putNull("url");
        instance.putObject("api_versions").put("mastodon", 7);
        instance.putObject("contact").put("email", "").putNull("account");
        instance.putArray("rules");
        return instance;
    }

    private ObjectNode configuration() {
        ObjectNode configuration = Json.object();
        configuration.putObject("urls").put("streaming", "ws://localhost:" + address.port());
        configuration.putObject("accounts").put("max_featured_tags", 0).put("max_pinned_statuses", 0);
        configuration
                .putObject("statuses")
                .put("max_characters", PostLength.LIMIT)
                .put("max_media_attachments", MediaLimits.PER_POST)
                .put("characters_reserved_per_url", PostLength.LINK);
        ObjectNode media = configuration.putObject("media_attachments");
        ArrayNode types = media.putArray("supported_mime_types");
        MediaLimits.MEDIA_TYPES.forEach(types::add);
        media.put("description_limit", MediaLimits.DESCRIPTION)
                .put("image_size_limit", MediaLimits.IMAGE_SIZE)
                .put("image_matrix_limit", MediaLimits.IMAGE_MATRIX)
                .put("video_size_limit", 0)
                .put("video_frame_rate_limit", 0)
                .put("video_matrix_limit", 0);
        configuration.putObject("translation").put("enabled", false);
        return configuration;
    }
}
