package nl.etalage.gateway.ops;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.etalage.gateway.identity.SameOrigin;
import nl.etalage.gateway.identity.Sessions;
import nl.etalage.problem.HttpProblem;

/**
 * Refuses what another site makes a browser send along with somebody's session, on every page and once for all. The API
 * asks the same at its own door, where a session comes in question.
 */
@ApplicationScoped
class CrossSiteRequests {

    private static final int AFTER_THE_API = 3;

    private final Sessions sessions;
    private final SameOrigin sameOrigin;

    CrossSiteRequests(Sessions sessions, SameOrigin sameOrigin) {
        this.sessions = sessions;
        this.sameOrigin = sameOrigin;
    }

    void listen(@Observes @Priority(AFTER_THE_API) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::check);
    }

    private void check(RoutingContext context) {
        if (sameOrigin.permits(context.request()) || !sessions.present(context.request())) {
            context.next();
        } else {
            context.fail(HttpProblem.FORBIDDEN.because());
        }
    }
}
