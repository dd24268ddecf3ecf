package nl.etalage.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import nl.etalage.gateway.contract.PublicOperations;

/**
 * Lets scripts of any site read what anybody may read, and nothing else: operations without a credential, by GET and
 * HEAD. No other answer says a word about other sites, so browsers keep it from them.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
@ApplicationScoped
class PublicReads {

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final CharSequence RESOURCE_POLICY = HttpHeaders.createOptimized("cross-origin-resource-policy");
    private static final CharSequence EXPOSED =
            HttpHeaders.createOptimized("ETag, Content-Language, Link, RateLimit, RateLimit-Policy, Retry-After");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence ANY_ORIGIN = HttpHeaders.createOptimized("cross-origin");
    private static final CharSequence A_DAY = HttpHeaders.createOptimized("86400");

    private final PublicOperations operations;

    PublicReads(PublicOperations operations) {
        this.operations = operations;
    }

    /** Whether a browser asks beforehand if a script may read this. */
    boolean askedBeforehand(HttpServerRequest request) {
        return HttpMethod.OPTIONS.equals(request.method())
                && request.headers().contains(HttpHeaders.ORIGIN)
                && READS.contains(String.valueOf(request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)))
                && operations.contains("GET", request.path());
    }

    /** Says yes to a browser that asked beforehand. */
    void permit(HttpServerResponse response) {
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match, Accept-Language, traceparent")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY)
                .setStatusCode(204)
                .end();
    }

    /** Says on an answer who may read it. */
    void mark(HttpServerRequest request, boolean open) {
        MultiMap headers = request.response().headers();
        if (open && READS.contains(request.method().name())) {
            headers.set(RESOURCE_POLICY, ANY_ORIGIN)
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        } else {
            headers.set(RESOURCE_POLICY, SAME_ORIGIN);
        }
    }
}
