package nl.etalage.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which headers of a request reach a service. What only the gateway may say (who calls, from where, by which way) is
 * taken out before it is said.
 */
final class RequestHeaders {

    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("x-forwarded-for");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("x-forwarded-proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("x-forwarded-host");
    private static final CharSequence TRACEPARENT = HttpHeaders.createOptimized("traceparent");
    private static final String TRACESTATE = "tracestate";

    /** Hop by hop (RFC 9110, section 7.6.1), or never a caller's to send. */
    private static final Set<String> TAKEN_OUT = Set.of(
            "host",
            "transfer-encoding",
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
     * @param received what the caller sent
     * @param sent what goes to the service, filled here
     * @throws IllegalArgumentException when one of them is none that may be sent on
     */
    static void toService(MultiMap received, MultiMap sent, Passage passage) {
        String parent = passage.call().traceparent();
        boolean sameTrace = parent.equals(received.get(TRACEPARENT));
        List<String> named = namedByConnection(received);
        for (Map.Entry<String, String> header : received) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!staysBehind(name, named) && (sameTrace || !name.equals(TRACESTATE))) {
                sent.add(header.getKey(), header.getValue());
            }
        }
        sent.set(FORWARDED_FOR, passage.call().address())
                .set(FORWARDED_PROTO, passage.publicUrl().getScheme())
                .set(FORWARDED_HOST, passage.publicUrl().getAuthority())
                .set(TRACEPARENT, parent);
        if (passage.bearer() != null) {
            sent.set(HttpHeaders.AUTHORIZATION, "Bearer " + passage.bearer());
        }
    }

    private static boolean staysBehind(String name, List<String> named) {
        if (name.isEmpty() || TAKEN_OUT.contains(name) || named.contains(name) || name.indexOf('_') >= 0) {
            return true;
        }
        for (String prefix : TAKEN_OUT_PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** What {@code Connection} names is for this hop only; what frames or identifies the request stays out of its reach. */
    private static List<String> namedByConnection(MultiMap headers) {
        List<String> connection = headers.getAll(HttpHeaders.CONNECTION);
        if (connection.isEmpty()) {
            return List.of();
        }
        List<String> named = new ArrayList<>();
        for (String value : connection) {
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
