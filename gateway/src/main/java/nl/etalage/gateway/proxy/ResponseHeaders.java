package nl.etalage.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers of a service's answer reach the caller: none that are for this hop, or tell what stands behind. */
final class ResponseHeaders {

    private static final String LOCATION = "location";

    private static final Set<String> TAKEN_OUT = Set.of(
            "transfer-encoding",
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "trailer",
            "upgrade",
            "server",
            "x-powered-by",
            "via",
            "set-cookie",
            "traceparent",
            "tracestate",
            // The gateway's own, the same for every answer.
            "x-content-type-options",
            "content-security-policy",
            "strict-transport-security",
            "cross-origin-resource-policy",
            "access-control-allow-origin",
            "access-control-allow-credentials",
            "access-control-allow-methods",
            "access-control-allow-headers",
            "access-control-expose-headers",
            "access-control-max-age",
            "x-frame-options");

    private ResponseHeaders() {}

    /**
     * @param answered the service's headers
     * @param sent the gateway's own, to which the others come
     * @param origin scheme and authority of the service
     * @param publicUrl scheme and authority that take their place in {@code Location}
     */
    static void toCaller(MultiMap answered, MultiMap sent, String origin, String publicUrl) {
        for (Map.Entry<String, String> header : answered) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals(LOCATION)) {
                sent.set(HttpHeaders.LOCATION, seenFromOutside(header.getValue(), origin, publicUrl));
            } else if (!TAKEN_OUT.contains(name)) {
                sent.add(header.getKey(), header.getValue());
            }
        }
    }

    /** Whether an answer is a problem that a service put into words. */
    static boolean explained(MultiMap headers) {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("application/problem+json");
    }

    private static String seenFromOutside(String location, String origin, String publicUrl) {
        if (startsWithOrigin(location, origin)) {
            return publicUrl + location.substring(origin.length());
        }
        // Behind TLS a service builds its own addresses with the host it is given and plain http.
        String plain = publicUrl.replaceFirst("^https:", "http:");
        return startsWithOrigin(location, plain) ? publicUrl + location.substring(plain.length()) : location;
    }

    private static boolean startsWithOrigin(String location, String origin) {
        return location.startsWith(origin)
                && (location.length() == origin.length() || location.charAt(origin.length()) == '/');
    }
}
