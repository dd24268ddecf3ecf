package nl.etalage.standin.media;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import nl.etalage.standin.api.Address;
import nl.etalage.standin.json.Json;

/** A picture as in https://docs.joinmastodon.org/entities/MediaAttachment/ */
public final class MediaView {
    private final Address address;

    public MediaView(Address address) {
        this.address = address;
    }

    public ObjectNode of(Media media, Instant now) {
        ObjectNode view = Json.object()
                .put("id", Long.toString(media.id()))
                .put("type", "image")
                .put("url", media.processing(now) ? null : address.url(media.path()))
                .put("preview_url", address.url(media.previewPath()))
                .putNull("remote_url")
                .putNull("preview_remote_url")
                .putNull("text_url");
        view.set("meta", meta(media));
        return view.put("description", media.description()).putNull("blurhash");
    }

    private static ObjectNode meta(Media media) {
        Picture picture = media.picture();
        ObjectNode meta = Json.object();
        if (media.focus() != null) {
            meta.putObject("focus")
                    .put("x", media.focus().x())
                    .put("y", media.focus().y());
        }
        meta.set("original", size(picture.width(), picture.height()));
        meta.set("small", size(picture.previewWidth(), picture.previewHeight()));
        return meta;
    }

    private static ObjectNode size(int width, int height) {
        return Json.object()
                .put("width", width)
                .put("height", height)
                .put("size", width + "x" + height)
                .put("aspect", (double) width / height);
    }
}
