package nl.etalage.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;
import java.util.Set;

/**
 * Which answers are compressed on their way out. The HTTP layer compresses all that callers accept compressed, except
 * what says that it is as it should be ({@code identity}); so this says so of media, of what is encoded already, and of
 * what is too small to gain by it. A version's {@code ETag} stays what it was: docs/adr/0043.
 */
final class Encoding {

    /** Below this the frame of gzip costs more than it saves. */
    private static final long WORTH_IT = 1024;

    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);
    private static final Set<String> TEXT = Set.of(
            "application/json",
            "application/problem+json",
            "application/feed+json",
            "application/atom+xml",
            "application/rss+xml",
            "application/xml",
            "application/javascript",
            "application/cloudevents-batch+json",
            "application/yaml");

    private Encoding() {}

    /**
     * Decides for one answer.
     *
     * @param headers of the answer, changed in place
     * @param length of the body in bytes; negative when unknown
     */
    static void decide(HttpServerRequest request, int status, MultiMap headers, long length) {
        boolean bodyless = WITHOUT_BODY.contains(status) || length == 0;
        boolean text = text(headers.get(HttpHeaders.CONTENT_TYPE));
        if (text || bodyless) {
            vary(headers);
        }
        if (bodyless || "HEAD".equals(request.method().name()) || request.version() == HttpVersion.HTTP_1_0) {
            // The HTTP layer lets these pass as they are, with whatever stands in their headers.
            return;
        }
        boolean small = length > 0 && length < WORTH_IT;
        boolean part = status == 206 || headers.contains(HttpHeaders.CONTENT_RANGE);
        boolean fixed = String.valueOf(headers.get(HttpHeaders.CACHE_CONTROL)).contains("no-transform");
        if (!headers.contains(HttpHeaders.CONTENT_ENCODING) && (!text || small || part || fixed)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
    }

    private static boolean text(String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return TEXT.contains(type) || type.startsWith("text/");
    }

    private static void vary(MultiMap headers) {
        String already = String.join(", ", headers.getAll(HttpHeaders.VARY));
        if (already.isEmpty()) {
            headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        } else if (!already.equals("*") && !already.toLowerCase(Locale.ROOT).contains("accept-encoding")) {
            headers.set(HttpHeaders.VARY, already + ", accept-encoding");
        }
    }
}
