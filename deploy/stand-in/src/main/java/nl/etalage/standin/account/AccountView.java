package nl.etalage.standin.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.etalage.standin.api.Address;
import nl.etalage.standin.api.MastodonTime;
import nl.etalage.standin.json.Json;

/** An account as in https://docs.joinmastodon.org/entities/Account/ */
public final class AccountView {
    private final Address address;

    public AccountView(Address address) {
        this.address = address;
    }

    /** @param lastPost when it posted last; none when it never did */
    public ObjectNode of(Account account, int posts, Optional<Instant> lastPost) {
        ObjectNode view = Json.object()
                .put("id", Long.toString(account.id()))
                .put("username", account.name())
                .put("acct", account.name())
                .put("display_name", account.name())
                .put("locked", false)
                .put("bot", false)
                .put("discoverable", true)
                .put("indexable", false)
                .put("group", false)
                .put("created_at", MastodonTime.of(account.createdAt()))
                .put("note", "")
                .put("url", address.url("/@" + account.name()))
                .put("uri", address.url("/users/" + account.name()));
        putPictures(view, account);
        putCounts(view, posts, lastPost);
        view.putArray("emojis");
        view.putArray("roles");
        view.putArray("fields");
        return view;
    }

    /** With what only its owner sees: https://docs.joinmastodon.org/entities/Account/#CredentialAccount */
    public ObjectNode own(Account account, int posts, Optional<Instant> lastPost) {
        ObjectNode view = of(account, posts, lastPost);
        view.putObject("source")
                .put("privacy", "public")
                .put("sensitive", false)
                .put("language", "nl")
                .put("note", "")
                .put("follow_requests_count", 0)
                .putArray("fields");
        view.putObject("role")
                .put("id", "-99")
                .put("name", "")
                .put("permissions", "0")
                .put("color", "")
                .put("highlighted", false);
        return view;
    }

    private void putPictures(ObjectNode view, Account account) {
        String avatar = address.url("/avatars/" + account.name() + ".svg");
        String header = address.url("/header.svg");
        view.put("avatar", avatar)
                .put("avatar_static", avatar)
                .put("header", header)
                .put("header_static", header);
    }

    private static void putCounts(ObjectNode view, int posts, Optional<Instant> lastPost) {
        view.put("followers_count", 0)
                .put("following_count", 0)
                .put("statuses_count", posts)
                .put(
                        "last_status_at",
                        lastPost.map(at ->
                                        at.atZone(ZoneOffset.UTC).toLocalDate().toString())
                                .orElse(null))
                .put("hide_collections", false)
                .put("noindex", false);
    }
}
