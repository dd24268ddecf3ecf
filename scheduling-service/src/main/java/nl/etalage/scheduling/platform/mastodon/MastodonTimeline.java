package nl.etalage.scheduling.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.platform.Account;
import nl.etalage.scheduling.platform.Outcome;
import nl.etalage.scheduling.platform.PlatformHttp;
import nl.etalage.scheduling.platform.Post;
import nl.etalage.scheduling.platform.Reply;

/**
 * Reads an account's statuses back to see whether a post is there.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/accounts/#statuses">GET /api/v1/accounts/:id/statuses</a>
 */
final class MastodonTimeline {

    private static final int PAGE = 40;

    /** 200 statuses since the first call: no shop posts that much in an hour. */
    private static final int MOST_PAGES = 5;

    /** The server's clock may differ from ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private final PlatformHttp http;
    private final MastodonReplies replies;

    MastodonTimeline(PlatformHttp http, MastodonReplies replies) {
        this.http = http;
        this.replies = replies;
    }

    Outcome find(Account account, Post post, Instant since) {
        Instant oldest = since.minus(CLOCK_SKEW);
        String before = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Reply reply = http.call(
                    account, http.request(account, path(account, before)).GET().build());
            if (!(reply instanceof Reply.Answer answer)
                    || !answer.fine()
                    || !answer.body().isArray()) {
                return unreadable(reply);
            }
            for (JsonNode status : answer.body()) {
                if (created(status).isBefore(oldest)) {
                    return new Outcome.Absent();
                }
                if (same(status, post)) {
                    return published(status);
                }
                before = status.path("id").asText(null);
            }
            if (answer.body().size() < PAGE) {
                return new Outcome.Absent();
            }
        }
        return new Outcome.Uncertain(Remark.of("platform.unreadable"));
    }

    static Outcome published(JsonNode status) {
        String url = status.path("url").asText(null);
        boolean web = url != null && url.matches("https?://\\S{1,1000}");
        return new Outcome.Published(status.path("id").asText(), web ? url : null, null);
    }

    private Outcome unreadable(Reply reply) {
        Outcome failure = replies.failure(reply, true);
        return failure instanceof Outcome.Unauthorised
                ? failure
                : new Outcome.Uncertain(Remark.of("platform.unreadable"));
    }

    private static String path(Account account, String before) {
        String path = "/api/v1/accounts/" + URLEncoder.encode(account.id(), StandardCharsets.UTF_8)
                + "/statuses?exclude_reblogs=true&limit=" + PAGE;
        return before == null ? path : path + "&max_id=" + URLEncoder.encode(before, StandardCharsets.UTF_8);
    }

    private static Instant created(JsonNode status) {
        try {
            return Instant.parse(status.path("created_at").asText(""));
        } catch (DateTimeException unreadable) {
            return Instant.MAX;
        }
    }

    /** Our reference in a link is proof; without it the text decides, white space aside. */
    private static boolean same(JsonNode status, Post post) {
        String theirs = bare(plain(status.path("content").asText("")));
        String reference = post.publication().toString();
        if (post.text().contains(reference)) {
            return theirs.contains(reference);
        }
        return theirs.equals(bare(post.text()));
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
