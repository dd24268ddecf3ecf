package nl.etalage.scheduling.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.platform.Account;
import nl.etalage.scheduling.platform.Outcome;
import nl.etalage.scheduling.platform.Picture;
import nl.etalage.scheduling.platform.Pictures;
import nl.etalage.scheduling.platform.PlatformHttp;
import nl.etalage.scheduling.platform.Reply;

/**
 * Uploads pictures before a post: the file with its alt text, then waits until the server has worked on it. Bytes pass
 * through a temporary file, so that a large picture takes no memory.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/media/#v2">POST /api/v2/media</a>
 */
final class MastodonMedia {

    private static final int LONGEST_ALT_TEXT = 1_500;
    private static final Duration FIRST_LOOK = Duration.ofMillis(250);
    private static final Duration SLOWEST_LOOK = Duration.ofSeconds(2);
    private static final int PARTIAL_CONTENT = 206;
    private static final int ACCEPTED = 202;

    private final PlatformHttp http;
    private final Pictures pictures;
    private final MastodonReplies replies;
    private final Duration patience;

    MastodonMedia(PlatformHttp http, Pictures pictures, MastodonReplies replies, Duration patience) {
        this.http = http;
        this.pictures = pictures;
        this.replies = replies;
        this.patience = patience;
    }

    /** What uploading came to: the ids, or the outcome that ends the attempt. */
    record Uploaded(List<String> ids, Outcome failure) {}

    Uploaded upload(Account account, List<Picture> wanted) {
        List<String> ids = new ArrayList<>();
        for (Picture picture : wanted) {
            Uploaded one = upload(account, picture);
            if (one.failure() != null) {
                return one;
            }
            ids.addAll(one.ids());
        }
        return new Uploaded(ids, null);
    }

    private Uploaded upload(Account account, Picture picture) {
        try {
            Path file = Files.createTempFile("etalage-picture", null);
            try {
                return switch (pictures.fetch(picture, file)) {
                    case DONE -> send(account, picture, file);
                    case GONE -> failed(new Outcome.Refused(Remark.of("picture.gone")));
                    case UNAVAILABLE -> failed(new Outcome.NotSent(Remark.of("picture.unavailable")));
                };
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException noRoom) {
            return failed(new Outcome.NotSent(Remark.of("picture.unavailable")));
        } catch (UncheckedIOException noRoom) {
            return failed(new Outcome.NotSent(Remark.of("picture.unavailable")));
        }
    }

    private Uploaded send(Account account, Picture picture, Path file) throws IOException {
        String boundary = "etalage-" + Long.toHexString(System.nanoTime());
        HttpRequest request = http.request(account, "/api/v2/media")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head(boundary, picture)),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        Reply reply = http.call(account, request);
        if (!(reply instanceof Reply.Answer answer) || !answer.fine()) {
            return failed(replies.failure(reply, false));
        }
        String id = answer.body().path("id").asText("");
        if (id.isEmpty()) {
            return failed(new Outcome.NotSent(Remark.of("platform.unclear-answer", answer.status())));
        }
        return answer.status() == ACCEPTED ? await(account, id) : new Uploaded(List.of(id), null);
    }

    private static String head(String boundary, Picture picture) {
        String alt = picture.altText() == null ? "" : picture.altText();
        String kept = alt.length() <= LONGEST_ALT_TEXT ? alt : alt.substring(0, LONGEST_ALT_TEXT);
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"description\"\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + kept + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"picture."
                + extension(picture.mediaType()) + "\"\r\nContent-Type: " + picture.mediaType() + "\r\n\r\n";
    }

    private static String extension(String mediaType) {
        String subtype = mediaType.replaceAll(".*/", "");
        return subtype.equals("jpeg") ? "jpg" : subtype.replaceAll("[^a-z0-9]", "");
    }

    /** The server answers 206 while it works and 200 with a URL when it is done. */
    private Uploaded await(Account account, String id) {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_LOOK;
        String path = "/api/v1/media/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        while (System.nanoTime() < deadline && paused(pause)) {
            Reply reply = http.call(account, http.request(account, path).GET().build());
            if (!(reply instanceof Reply.Answer answer) || !answer.fine()) {
                return failed(replies.failure(reply, false));
            }
            JsonNode url = answer.body().path("url");
            if (answer.status() != PARTIAL_CONTENT && url.isTextual()) {
                return new Uploaded(List.of(id), null);
            }
            pause = pause.multipliedBy(2).compareTo(SLOWEST_LOOK) < 0 ? pause.multipliedBy(2) : SLOWEST_LOOK;
        }
        return failed(new Outcome.NotSent(Remark.of("picture.slow")));
    }

    private static boolean paused(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Uploaded failed(Outcome outcome) {
        return new Uploaded(List.of(), outcome);
    }
}
