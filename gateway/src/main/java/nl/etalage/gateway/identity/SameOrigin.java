package nl.etalage.gateway.identity;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;
import nl.etalage.gateway.GatewaySettings;

/**
 * Tells a request of our own pages from one that another site made a browser send. Browsers say where an unsafe request
 * comes from, and no page can make them lie.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Fetch Metadata, Sec-Fetch-Site</a>
 */
@ApplicationScoped
public class SameOrigin {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final String origin;

    SameOrigin(GatewaySettings settings) {
        URI url = settings.publicUrl();
        origin = url.getScheme() + "://" + url.getAuthority();
    }

    /** Whether a request with a cookie may do what it asks: reads may, changes only from our own pages. */
    public boolean permits(HttpServerRequest request) {
        return SAFE.contains(request.method()) || ownPage(request);
    }

    /** Whether one of our own pages sent this; false when nothing says so. */
    public boolean ownPage(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String from = request.getHeader("Origin");
        if (site != null) {
            return site.equals("same-origin") && (from == null || from.equals(origin));
        }
        return origin.equals(from);
    }
}
