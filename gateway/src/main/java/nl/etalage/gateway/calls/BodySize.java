package nl.etalage.gateway.calls;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/** How large the body of a request says it is, and how large it may be. */
public final class BodySize {

    private BodySize() {}

    /** Bytes by {@code Content-Length}; 0 when there is none. The HTTP layer has refused malformed ones before. */
    public static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length.strip());
    }

    public static boolean chunked(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Whether the request has no body at all. */
    public static boolean none(HttpServerRequest request) {
        return announced(request) == 0 && !chunked(request);
    }

    /** Whether this kind of content may be as large as an upload. */
    public static boolean upload(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return false;
        }
        String lower = type.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("multipart/form-data")
                || lower.startsWith("image/")
                || lower.startsWith("video/")
                || lower.startsWith("audio/")
                || lower.startsWith("text/csv")
                || lower.startsWith("text/tab-separated-values")
                || lower.startsWith("application/octet-stream");
    }
}
