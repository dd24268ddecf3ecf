package nl.etalage.gateway.calls;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import nl.etalage.gateway.GatewaySettings;
import nl.etalage.problem.HttpProblem;

/** Takes note of every request as it comes in, and once more when it has been answered. */
@ApplicationScoped
class Calls {

    private static final int BEFORE_EVERYTHING = -10;

    private final TrustedProxies proxies;
    private final AccessLog log;

    Calls(GatewaySettings settings, AccessLog log) {
        proxies = new TrustedProxies(settings.trustedProxies().orElse(List.of()));
        this.log = log;
    }

    void listen(@Observes @Priority(BEFORE_EVERYTHING) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::begin);
    }

    private void begin(RoutingContext context) {
        Call call = new Call(context.request(), proxies.addressOf(context.request()), System.nanoTime());
        call.attachTo(context);
        context.addEndHandler(done -> {
            call.end();
            log.ended(call, context);
        });
        if (context.request().headers().getAll(HttpHeaders.HOST).size() > 1) {
            context.fail(HttpProblem.INVALID_REQUEST.because());
        } else {
            context.next();
        }
    }
}
