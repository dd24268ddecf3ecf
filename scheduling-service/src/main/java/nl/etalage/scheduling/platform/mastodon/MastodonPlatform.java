package nl.etalage.scheduling.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.platform.Account;
import nl.etalage.scheduling.platform.Outcome;
import nl.etalage.scheduling.platform.Pictures;
import nl.etalage.scheduling.platform.Platform;
import nl.etalage.scheduling.platform.PlatformConfiguration;
import nl.etalage.scheduling.platform.PlatformHttp;
import nl.etalage.scheduling.platform.PlatformName;
import nl.etalage.scheduling.platform.Post;
import nl.etalage.scheduling.platform.Removal;
import nl.etalage.scheduling.platform.Reply;
import nl.etalage.scheduling.platform.Verification;

/**
 * Mastodon, and what speaks its client API.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/statuses/#create">POST /api/v1/statuses</a>
 */
@ApplicationScoped
public class MastodonPlatform implements Platform {

    /** Mastodon keeps an Idempotency-Key for an hour; ten minutes less, for a call that is long under way. */
    private static final Duration KEY_WINDOW = Duration.ofMinutes(50);

    /** What a server allows that doesn't say: Mastodon's own defaults. */
    private static final int USUAL_LIMIT = 500;

    private static final int USUAL_URL_LENGTH = 23;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlatformHttp http;
    private final MastodonReplies replies;
    private final MastodonMedia media;
    private final MastodonTimeline timeline;

    @Inject
    MastodonPlatform(PlatformHttp http, Pictures pictures, Clock clock, PlatformConfiguration configuration) {
        this(http, pictures, clock, configuration.mediaTimeout());
    }

    /** With its own patience for pictures; also for tests. */
    public MastodonPlatform(PlatformHttp http, Pictures pictures, Clock clock, Duration mediaTimeout) {
        this.http = http;
        this.replies = new MastodonReplies(clock);
        this.media = new MastodonMedia(http, pictures, replies, mediaTimeout);
        this.timeline = new MastodonTimeline(http, replies);
    }

    @Override
    public PlatformName name() {
        return PlatformName.MASTODON;
    }

    @Override
    public Duration keyWindow() {
        return KEY_WINDOW;
    }

    @Override
    public Verification verify(Account account) {
        Reply who = http.call(
                account,
                http.request(account, "/api/v1/accounts/verify_credentials")
                        .GET()
                        .build());
        if (!(who instanceof Reply.Answer answer)
                || !answer.fine()
                || answer.body().path("id").asText("").isEmpty()) {
            return new Verification.Failing(replies.failure(who, true).why());
        }
        Reply what = http.call(
                account, http.request(account, "/api/v2/instance").GET().build());
        if (!(what instanceof Reply.Answer server) || !server.fine()) {
            return new Verification.Failing(replies.failure(what, true).why());
        }
        JsonNode limits = server.body().path("configuration").path("statuses");
        return new Verification.Healthy(
                answer.body().path("id").asText(),
                handle(answer.body(), account),
                positive(limits.path("max_characters"), USUAL_LIMIT),
                positive(limits.path("characters_reserved_per_url"), USUAL_URL_LENGTH));
    }

    @Override
    public Outcome publish(Account account, Post post) {
        MastodonMedia.Uploaded uploaded = media.upload(account, post.pictures());
        if (uploaded.failure() != null) {
            return uploaded.failure();
        }
        HttpRequest request = http.request(account, "/api/v1/statuses")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", post.key().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body(post, uploaded.ids())))
                .build();
        Reply reply = http.call(account, request);
        if (reply instanceof Reply.Answer answer && answer.status() / 100 == 2) {
            return posted(answer);
        }
        return replies.failure(reply, true);
    }

    @Override
    public Outcome find(Account account, Post post, Instant since) {
        if (account.id() != null) {
            return timeline.find(account, post, since);
        }
        Verification known = verify(account);
        return known instanceof Verification.Healthy healthy
                ? timeline.find(new Account(account.server(), account.accessToken(), healthy.accountId()), post, since)
                : new Outcome.Uncertain(((Verification.Failing) known).why());
    }

    @Override
    public Removal remove(Account account, String postId) {
        String path = "/api/v1/statuses/" + URLEncoder.encode(postId, StandardCharsets.UTF_8);
        Reply reply = http.call(account, http.request(account, path).DELETE().build());
        if (reply instanceof Reply.Answer answer
                && (answer.status() / 100 == 2 || answer.status() == 404 || answer.status() == 410)) {
            return new Removal.Gone();
        }
        Outcome.Failure failure = replies.failure(reply, true);
        if (failure instanceof Outcome.Refused || failure instanceof Outcome.Unauthorised) {
            return new Removal.Refused(failure.why());
        }
        Duration after = failure instanceof Outcome.Throttled throttled ? throttled.retryAfter() : Duration.ZERO;
        return new Removal.Later(after, failure.why());
    }

    private Outcome posted(Reply.Answer answer) {
        if (answer.body().path("id").asText("").isEmpty()) {
            return new Outcome.Uncertain(Remark.of("platform.unclear-answer", answer.status()));
        }
        Outcome.Published published = (Outcome.Published) MastodonTimeline.published(answer.body());
        return new Outcome.Published(published.id(), published.permalink(), replies.exhaustedUntil(answer));
    }

    private static String body(Post post, List<String> mediaIds) {
        ObjectNode body = JSON.createObjectNode();
        body.put("status", post.text());
        body.put("language", post.language());
        body.put("visibility", "public");
        if (!mediaIds.isEmpty()) {
            mediaIds.forEach(body.putArray("media_ids")::add);
        }
        return body.toString();
    }

    private static String handle(JsonNode account, Account of) {
        String name = account.path("acct").asText(account.path("username").asText(""));
        return "@" + (name.contains("@") ? name : name + "@" + of.server().getAuthority());
    }

    private static int positive(JsonNode number, int otherwise) {
        return number.canConvertToInt() && number.asInt() > 0 ? number.asInt() : otherwise;
    }
}
