package nl.etalage.shops.ops;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Holds every body but a table of products to 1 MiB; the limit of the server itself must let such tables through. */
@ApplicationScoped
class BodyLimits {

    private static final long MOST = 1024 * 1024;

    /** Quarkus notes its limit at -2 and lets resources run from 0. */
    private static final int AFTER_THE_SERVERS_OWN = -1;

    private static final int CONTENT_TOO_LARGE = 413;
    private static final Pattern TABLES = Pattern.compile("/api/v1/shops/[^/]+/assortment/imports");

    /** The name under which Quarkus keeps the limit that its body reader enforces while it reads. */
    private static final String LIMIT = "io.quarkus.max-request-size";

    void limit(@Observes Router router) {
        router.route().order(AFTER_THE_SERVERS_OWN).handler(BodyLimits::check);
    }

    private static void check(RoutingContext context) {
        if (TABLES.matcher(context.normalizedPath()).matches()) {
            context.next();
            return;
        }
        if (declared(context) > MOST) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            context.fail(CONTENT_TOO_LARGE);
            return;
        }
        context.put(LIMIT, MOST);
        context.next();
    }

    /** What Content-Length says; a body without it is counted as it comes in. */
    private static long declared(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
