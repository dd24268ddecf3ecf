package nl.etalage.gateway.limits;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.etalage.gateway.calls.Call;
import nl.etalage.problem.ProblemException;

/** Pages are counted by address: who looks is found out only later, and one page costs several calls to services. */
@ApplicationScoped
class PageLimits {

    private static final int AFTER_THE_API = 2;

    private final RateLimits limits;

    PageLimits(RateLimits limits) {
        this.limits = limits;
    }

    void listen(@Observes @Priority(AFTER_THE_API) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::count);
    }

    private void count(RoutingContext context) {
        String path = context.request().path();
        if (path.startsWith("/api/v1") || path.startsWith("/q/health")) {
            context.next();
            return;
        }
        try {
            limits.countUnknown(Call.of(context));
        } catch (ProblemException tooMany) {
            // A page for people carries no headers of its own problem.
            tooMany.headers().forEach(context.response()::putHeader);
            context.fail(tooMany);
            return;
        }
        context.next();
    }
}
