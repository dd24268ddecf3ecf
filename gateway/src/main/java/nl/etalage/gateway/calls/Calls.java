package nl.etalage.gateway.calls;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import nl.etalage.gateway.GatewaySettings;

/** Takes note of every request as it comes in. */
@ApplicationScoped
class Calls {

    private static final int BEFORE_EVERYTHING = -10;

    private final TrustedProxies proxies;

    Calls(GatewaySettings settings) {
        proxies = new TrustedProxies(settings.trustedProxies().orElse(List.of()));
    }

    void listen(@Observes @Priority(BEFORE_EVERYTHING) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::begin);
    }

    private void begin(RoutingContext context) {
        new Call(context.request(), proxies.addressOf(context.request()), System.nanoTime()).attachTo(context);
        context.next();
    }
}
