package nl.etalage.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** Which headers of a service's answer reach the caller: none that are for this hop, or tell what stands behind. */
final class ResponseHeaders {

    private static final List<String> TAKEN_OUT = List.of(
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
     * @param headers the service's headers, changed in place
     * @param origin scheme and authority of the service
     * @param publicUrl scheme and authority that take their place in {@code Location}
     */
    static void toCaller(MultiMap headers, String origin, String publicUrl) {
        for (String name : TAKEN_OUT) {
            headers.remove(name);
        }
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, seenFromOutside(location, origin, publicUrl));
        }
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
