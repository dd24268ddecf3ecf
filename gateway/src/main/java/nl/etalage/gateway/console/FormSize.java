package nl.etalage.gateway.console;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import nl.etalage.gateway.calls.BodySize;
import nl.etalage.gateway.identity.Sessions;
import nl.etalage.problem.HttpProblem;

/**
 * How much a form may send, looked at before any of it is read. Only the editor's desk, and what a shop tells it, come with pictures; a large one only
 * from who is signed in, for it is kept on disk meanwhile.
 */
@ApplicationScoped
class FormSize {

    private static final int AFTER_THE_ORIGIN = 4;

    /** Of every form but those. */
    private static final long SMALL = 64 * 1024;

    /** A long text with a photograph of a telephone: kept for who turns out to be signed out, so that nothing is lost. */
    private static final long TEXT_AND_PICTURE = 8L * 1024 * 1024;

    /** The largest picture content-service takes, with a text beside it. */
    private static final long LARGEST = 205L * 1024 * 1024;

    private final Sessions sessions;

    FormSize(Sessions sessions) {
        this.sessions = sessions;
    }

    void listen(@Observes @Priority(AFTER_THE_ORIGIN) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::check);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        long bytes = BodySize.announced(request);
        boolean desk = request.path().startsWith("/redactie/") || request.path().startsWith("/winkel/");
        if (request.path().startsWith("/api/v1") || BodySize.none(request)) {
            context.next();
        } else if (BodySize.chunked(request)) {
            // No browser sends a form without saying how long it is.
            context.fail(Response.Status.LENGTH_REQUIRED.getStatusCode());
        } else if (bytes <= SMALL || (desk && bytes <= TEXT_AND_PICTURE)) {
            context.next();
        } else if (!desk || bytes > LARGEST) {
            context.fail(HttpProblem.CONTENT_TOO_LARGE.because());
        } else {
            fromWhoIsSignedIn(context);
        }
    }

    private void fromWhoIsSignedIn(RoutingContext context) {
        io.vertx.core.Context own = context.vertx().getOrCreateContext();
        context.request().pause();
        sessions.accessToken(context)
                .emitOn(task -> own.runOnContext(now -> task.run()))
                .subscribe()
                .with(
                        token -> {
                            context.request().resume();
                            if (token.isPresent()) {
                                context.next();
                            } else {
                                context.fail(HttpProblem.AUTHENTICATION_REQUIRED.because());
                            }
                        },
                        context::fail);
    }
}
