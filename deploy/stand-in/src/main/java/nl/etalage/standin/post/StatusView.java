package nl.etalage.standin.post;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import nl.etalage.standin.account.Accounts;
import nl.etalage.standin.api.Address;
import nl.etalage.standin.api.MastodonTime;
import nl.etalage.standin.json.Json;
import nl.etalage.standin.media.MediaLibrary;
import nl.etalage.standin.media.MediaView;

/** A post as in https://docs.joinmastodon.org/entities/Status/ */
public final class StatusView {
    private final Address address;
    private final Accounts accounts;
    private final Profiles profiles;
    private final MediaLibrary library;
    private final Clock clock;

    public StatusView(Address address, Accounts accounts, Profiles profiles, MediaLibrary library, Clock clock) {
        this.address = address;
        this.accounts = accounts;
        this.profiles = profiles;
        this.library = library;
        this.clock = clock;
    }

    /** @param toItsAuthor whether the one who asks wrote it */
    ObjectNode of(Post post, boolean toItsAuthor) {
        ObjectNode view = facts(post);
        view.put("content", new PostHtml(address.url("")).of(post.text()).markup());
        putSurroundings(view, post);
        if (toItsAuthor) {
            view.put("favourited", false)
                    .put("reblogged", false)
                    .put("muted", false)
                    .put("bookmarked", false)
                    .put("pinned", false);
        }
        return view;
    }

    /** With the source text instead of the HTML, as for delete and redraft. */
    ObjectNode source(Post post) {
        ObjectNode view = facts(post).put("text", post.text());
        putSurroundings(view, post);
        return view;
    }

    private ObjectNode facts(Post post) {
        return Json.object()
                .put("id", Long.toString(post.id()))
                .put("created_at", MastodonTime.of(post.createdAt()))
                .put("in_reply_to_id", post.inReplyTo() == null ? null : Long.toString(post.inReplyTo()))
                .putNull("in_reply_to_account_id")
                .put("sensitive", post.sensitive())
                .put("spoiler_text", post.spoilerText())
                .put("visibility", post.visibility().wireName())
                .put("language", post.language())
                .put("uri", address.url("/users/" + post.account() + "/statuses/" + post.id()))
                .put("url", address.url(post.path()))
                .put("replies_count", 0)
                .put("reblogs_count", 0)
                .put("favourites_count", 0)
                .putNull("edited_at");
    }

    private void putSurroundings(ObjectNode view, Post post) {
        view.putNull("reblog");
        view.putObject("application").put("name", "Etalage").putNull("website");
        view.set("account", accounts.named(post.account()).map(profiles::of).orElseGet(Json::object));
        ArrayNode media = view.putArray("media_attachments");
        MediaView mediaView = new MediaView(address);
        post.media().stream()
                .map(library::find)
                .flatMap(Optional::stream)
                .forEach(picture -> media.add(mediaView.of(picture, clock.instant())));
        view.putArray("mentions");
        ArrayNode tags = view.putArray("tags");
        for (String tag : PostHtml.hashtags(post.text())) {
            tags.addObject()
                    .put("name", tag)
                    .put("url", address.url("/tags/" + URLEncoder.encode(tag, StandardCharsets.UTF_8)));
        }
        view.putArray("emojis");
        view.putNull("card").putNull("poll");
    }
}
