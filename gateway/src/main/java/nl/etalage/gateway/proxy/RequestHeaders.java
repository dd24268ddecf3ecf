package nl.etalage.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.etalage.gateway.calls.Call;

/**
 * Which headers of a request reach a service. What only the gateway may say (who calls, from where, by which way) is
 * taken out before it is said.
 */
final class RequestHeaders {

    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("x-forwarded-for");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("x-forwarded-proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("x-forwarded-host");
    private static final CharSequence TRACEPARENT = HttpHeaders.createOptimized("traceparent");

    /** Hop by hop (RFC 9110, section 7.6.1), or never a caller's to send. */
    private static final Set<String> TAKEN_OUT = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "http2-settings",
            "expect",
            "cookie",
            "forwarded",
            "via",
            "x-real-ip",
            "true-client-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "cf-connecting-ip",
            "x-original-url",
            "x-original-method",
            "x-rewrite-url",
            "x-http-method-override",
            "x-http-method",
            "x-method-override",
            "remote-user",
            "x-remote-user",
            "x-user",
            "x-user-id",
            "x-username",
            "x-userinfo",
            "x-access-token",
            "x-id-token",
            "x-ssl-client-cert",
            "x-client-cert");

    private static final List<String> TAKEN_OUT_PREFIXES =
            List.of("x-forwarded-", "x-auth-", "x-authenticated-", "x-envoy-", "x-etalage-");

    private RequestHeaders() {}

    /**
     * Turns the headers a caller sent into those a service gets.
     *
     * @param headers a copy of what the caller sent, changed in place
     * @param bearer access token that takes the place of any credential; null leaves {@code Authorization} as it is
     */
    static void toService(MultiMap headers, Call call, URI publicUrl, String bearer) {
        takeOut(headers);
        headers.set(FORWARDED_FOR, call.address())
                .set(FORWARDED_PROTO, publicUrl.getScheme())
                .set(FORWARDED_HOST, publicUrl.getAuthority());
        String parent = call.traceparent();
        if (!parent.equals(headers.get(TRACEPARENT))) {
            headers.set(TRACEPARENT, parent).remove("tracestate");
        }
        if (bearer != null) {
            headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + bearer);
        }
    }

    private static void takeOut(MultiMap headers) {
        List<String> named = namedByConnection(headers);
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.isEmpty()
                    || TAKEN_OUT.contains(name)
                    || named.contains(name)
                    || name.indexOf('_') >= 0
                    || TAKEN_OUT_PREFIXES.stream().anyMatch(name::startsWith)) {
                refused.add(header.getKey());
            }
        }
        refused.forEach(headers::remove);
    }

    /** What {@code Connection} names is for this hop only; what frames or identifies the request stays out of its reach. */
    private static List<String> namedByConnection(MultiMap headers) {
        List<String> named = new ArrayList<>();
        for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : value.split(",")) {
                String lower = name.strip().toLowerCase(Locale.ROOT);
                if (!lower.equals("content-length")
                        && !lower.equals("transfer-encoding")
                        && !lower.equals("authorization")
                        && !lower.equals("host")) {
                    named.add(lower);
                }
            }
        }
        return named;
    }
}
