package nl.etalage.gateway.limits;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import nl.etalage.gateway.calls.Answers;
import nl.etalage.gateway.calls.Call;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;

/**
 * Turns requests away while there are more than can be served in time: calls of the API first, then pages. Health and
 * signing in are never turned away. Callers who wait for events cost nothing meanwhile; they have a bound of their own.
 */
@ApplicationScoped
class LoadShed {

    private static final int BEFORE_ANY_WORK = -9;

    private final AtomicInteger underWay = new AtomicInteger();
    private final int calls;
    private final int pages;
    private final Answers answers;

    LoadShed(LoadSettings settings, Answers answers) {
        this.calls = settings.calls();
        this.pages = settings.calls() + settings.pages();
        this.answers = answers;
    }

    void listen(@Observes @Priority(BEFORE_ANY_WORK) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        String path = context.request().path();
        boolean api = path.startsWith("/api/v1");
        if (api && path.endsWith("/events")) {
            context.next();
            return;
        }
        Call call = Call.of(context);
        int now = underWay.incrementAndGet();
        call.whenEnded(underWay::decrementAndGet);
        if (now > bound(path, api)) {
            ProblemException busy = HttpProblem.UNAVAILABLE.because().header("Retry-After", "1");
            if (api) {
                answers.refuse(call, busy);
            } else {
                context.response().putHeader("Retry-After", "1");
                context.fail(busy);
            }
        } else {
            context.next();
        }
    }

    private int bound(String path, boolean api) {
        if (api) {
            return calls;
        }
        boolean lastToGo = path.startsWith("/q/health") || path.startsWith("/sign-in") || path.equals("/logout");
        return lastToGo ? Integer.MAX_VALUE : pages;
    }
}
