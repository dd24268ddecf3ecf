package nl.etalage.gateway.ops;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import nl.etalage.gateway.GatewaySettings;

/** Tells browsers what no answer of ours may do. Pages load nothing from elsewhere and run no script of their own. */
@ApplicationScoped
class SecurityHeaders {

    private static final int FIRST_OF_ALL = -1;

    private static final CharSequence CSP = HttpHeaders.createOptimized("content-security-policy");
    private static final CharSequence NOSNIFF_NAME = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence HSTS_NAME = HttpHeaders.createOptimized("strict-transport-security");
    private static final CharSequence HSTS = HttpHeaders.createOptimized("max-age=31536000; includeSubDomains");
    private static final CharSequence REFERRER_NAME = HttpHeaders.createOptimized("referrer-policy");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("same-origin");

    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");

    /** What comes out of the API is data, even when somebody opens it as a page. */
    private static final CharSequence API_CSP =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'; sandbox");

    private final boolean secure;
    private final CharSequence pageCsp;

    SecurityHeaders(GatewaySettings settings) {
        secure = settings.secure();
        // Signing out is a form whose answer leads to the issuer; browsers hold that against form-action too.
        pageCsp =
                HttpHeaders.createOptimized("default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
                        + "connect-src 'self'; img-src 'self' data: " + origin(settings.publicUrl())
                        + "; media-src 'self' " + origin(settings.publicUrl())
                        + "; form-action 'self' "
                        + origin(settings.issuer()) + "; base-uri 'none'; frame-ancestors 'none'");
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }

    void listen(@Observes @Priority(FIRST_OF_ALL) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::add);
    }

    /** The address of a page behind a mailed link is a secret, which not even our own pages need to hear. */
    private static boolean secret(String path) {
        return path.startsWith("/join/") || path.startsWith("/member/");
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set(NOSNIFF_NAME, NOSNIFF);
        if (secure) {
            headers.set(HSTS_NAME, HSTS);
        }
        if (context.request().path().startsWith("/api/v1")) {
            headers.set(CSP, API_CSP);
        } else {
            headers.set(CSP, pageCsp)
                    .set(REFERRER_NAME, secret(context.request().path()) ? NO_REFERRER : REFERRER)
                    .set("cross-origin-opener-policy", "same-origin")
                    .set("cross-origin-resource-policy", "same-origin")
                    .set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()");
        }
        context.next();
    }
}
