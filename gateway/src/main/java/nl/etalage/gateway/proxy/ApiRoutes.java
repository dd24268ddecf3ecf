package nl.etalage.gateway.proxy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.etalage.gateway.contract.PublicOperations;
import nl.etalage.gateway.identity.BearerTokens;
import nl.etalage.gateway.identity.SameOrigin;
import nl.etalage.gateway.identity.Sessions;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Everything under {@code /api/v1}, in the order of the design: who calls comes before method, media type, body and id,
 * and nothing is ever redirected to a sign-in.
 */
@ApplicationScoped
class ApiRoutes {

    private static final Logger LOG = Logger.getLogger(ApiRoutes.class);
    private static final int FIRST = 1;
    private static final String ROOT = "/api/v1/";
    private static final String BEARER = "bearer ";

    private final BearerTokens tokens;
    private final Sessions sessions;
    private final SameOrigin sameOrigin;
    private final PublicOperations publicOperations;
    private final Upstreams upstreams;
    private final Answers answers;

    ApiRoutes(
            BearerTokens tokens,
            Sessions sessions,
            SameOrigin sameOrigin,
            PublicOperations publicOperations,
            Upstreams upstreams,
            Answers answers) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.sameOrigin = sameOrigin;
        this.publicOperations = publicOperations;
        this.upstreams = upstreams;
        this.answers = answers;
    }

    void listen(@Observes @Priority(FIRST) Router router) {
        // Before the checks that are for the console: its forms are smaller than what may pass here.
        router.route("/api/v1*").order(Integer.MIN_VALUE).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        List<String> credentials = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (credentials.isEmpty()) {
            withoutToken(context);
            return;
        }
        String token = credentials.size() == 1 ? bearer(credentials.get(0)) : null;
        if (token == null) {
            refuse(context, invalidToken());
        } else if (tokens.known(token)) {
            pass(context, null);
        } else {
            on(context, tokens.verify(token), holds -> {
                if (holds) {
                    pass(context, null);
                } else {
                    refuse(context, invalidToken());
                }
            });
        }
    }

    private void withoutToken(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (publicOperations.contains(request.method().name(), request.path())) {
            pass(context, null);
        } else if (sessions.present(request)) {
            on(context, sessions.accessToken(context), token -> withSession(context, token));
        } else {
            refuse(context, noCredential());
        }
    }

    private void withSession(RoutingContext context, Optional<String> token) {
        if (token.isEmpty()) {
            refuse(context, noCredential());
        } else if (sameOrigin.permits(context.request())) {
            pass(context, token.get());
        } else {
            refuse(context, HttpProblem.FORBIDDEN.because());
        }
    }

    /** Goes on when the answer is there, on the event loop of the request. */
    private <T> void on(RoutingContext context, Uni<T> answer, Consumer<T> next) {
        Context own = context.vertx().getOrCreateContext();
        answer.emitOn(task -> own.runOnContext(now -> task.run()))
                .subscribe()
                .with(next, failure -> issuerAway(context, failure));
    }

    private void pass(RoutingContext context, String bearer) {
        HttpServerRequest request = context.request();
        String path = request.path();
        if (!path.startsWith(ROOT) || !SafePath.holds(path)) {
            refuse(context, HttpProblem.NOT_FOUND.because());
            return;
        }
        Optional<Neighbour> owner = Neighbour.ofPath(path.substring(ROOT.length()));
        if (owner.isEmpty()) {
            refuse(context, HttpProblem.NOT_FOUND.because());
        } else if (!plainlyFramed(request)) {
            refuse(context, HttpProblem.INVALID_REQUEST.because());
        } else if (BodySize.announced(request) > upstreams.limit(request)) {
            refuse(context, HttpProblem.CONTENT_TOO_LARGE.because());
        } else {
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            upstreams.pass(request, owner.get(), bearer);
        }
    }

    /** No transfer coding but chunked, which every server reads alike. */
    private static boolean plainlyFramed(HttpServerRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return codings.isEmpty() || codings.equals(List.of("chunked"));
    }

    private void issuerAway(RoutingContext context, Throwable failure) {
        LOG.warnf("A credential could not be verified: %s", failure.getMessage());
        refuse(context, HttpProblem.UNAVAILABLE.because().header("Retry-After", "5"));
    }

    private void refuse(RoutingContext context, ProblemException problem) {
        answers.refuse(context.request(), problem);
    }

    private static String bearer(String credential) {
        return credential.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? credential.substring(BEARER.length()).strip()
                : null;
    }

    private static ProblemException noCredential() {
        return HttpProblem.AUTHENTICATION_REQUIRED.because().header("WWW-Authenticate", "Bearer realm=\"etalage\"");
    }

    /** RFC 6750, section 3.1. */
    private static ProblemException invalidToken() {
        return HttpProblem.AUTHENTICATION_REQUIRED
                .because()
                .header("WWW-Authenticate", "Bearer realm=\"etalage\", error=\"invalid_token\"");
    }
}
