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
import nl.etalage.gateway.calls.Answers;
import nl.etalage.gateway.calls.BodySize;
import nl.etalage.gateway.calls.Call;
import nl.etalage.gateway.contract.PublicOperations;
import nl.etalage.gateway.identity.BearerTokens;
import nl.etalage.gateway.identity.Credential;
import nl.etalage.gateway.identity.SameOrigin;
import nl.etalage.gateway.identity.Sessions;
import nl.etalage.gateway.limits.RateLimits;
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
    private final PublicReads publicReads;
    private final RateLimits limits;
    private final Upstreams upstreams;
    private final Answers answers;

    ApiRoutes(
            BearerTokens tokens,
            Sessions sessions,
            SameOrigin sameOrigin,
            PublicOperations publicOperations,
            PublicReads publicReads,
            RateLimits limits,
            Upstreams upstreams,
            Answers answers) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.sameOrigin = sameOrigin;
        this.publicOperations = publicOperations;
        this.publicReads = publicReads;
        this.limits = limits;
        this.upstreams = upstreams;
        this.answers = answers;
    }

    void listen(@Observes @Priority(FIRST) Router router) {
        // Before the checks that are for the console: its forms are smaller than what may pass here.
        router.route("/api/v1*").order(Integer.MIN_VALUE).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        try {
            identify(context);
        } catch (ProblemException refused) {
            refuse(context, refused);
        }
    }

    private void identify(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean open = publicOperations.contains(request.method().name(), request.path());
        publicReads.mark(request, open);
        List<String> credentials = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (credentials.isEmpty()) {
            withoutToken(context, open);
            return;
        }
        String token = credentials.size() == 1 ? bearer(credentials.get(0)) : null;
        Credential known = token == null ? null : tokens.known(token);
        if (known != null) {
            enter(context, known, null);
            return;
        }
        limits.countUnknown(Call.of(context));
        if (token == null) {
            throw invalidToken();
        }
        verify(context, token, credential -> enterUncounted(context, credential, null));
    }

    private void withoutToken(RoutingContext context, boolean open) {
        HttpServerRequest request = context.request();
        limits.countUnknown(Call.of(context));
        if (open) {
            pass(context, null);
        } else if (publicReads.askedBeforehand(request)) {
            publicReads.permit(request.response());
        } else if (sessions.present(request)) {
            on(context, sessions.accessToken(context), token -> withSession(context, token));
        } else {
            throw noCredential();
        }
    }

    private void withSession(RoutingContext context, Optional<String> session) {
        String token = session.orElseThrow(ApiRoutes::noCredential);
        if (!sameOrigin.permits(context.request())) {
            throw HttpProblem.FORBIDDEN.because();
        }
        Credential known = tokens.known(token);
        if (known == null) {
            verify(context, token, credential -> enterUncounted(context, credential, token));
        } else {
            enterUncounted(context, known, token);
        }
    }

    private void verify(RoutingContext context, String token, Consumer<Credential> next) {
        on(context, tokens.verify(token), holder -> {
            Credential credential = holder.orElseThrow(ApiRoutes::invalidToken);
            next.accept(credential);
        });
    }

    /** Goes on with somebody who was counted as unknown before, and no longer is. */
    private void enterUncounted(RoutingContext context, Credential credential, String bearer) {
        limits.forgiveUnknown(Call.of(context));
        enter(context, credential, bearer);
    }

    private void enter(RoutingContext context, Credential credential, String bearer) {
        Call call = Call.of(context);
        call.verified(credential);
        limits.count(call, credential);
        pass(context, bearer);
    }

    /** Goes on when the answer is there, on the event loop of the request. */
    private <T> void on(RoutingContext context, Uni<T> answer, Consumer<T> next) {
        Context own = context.vertx().getOrCreateContext();
        answer.emitOn(task -> own.runOnContext(now -> task.run()))
                .subscribe()
                .with(
                        value -> {
                            try {
                                next.accept(value);
                            } catch (ProblemException refused) {
                                refuse(context, refused);
                            }
                        },
                        failure -> issuerAway(context, failure));
    }

    private void pass(RoutingContext context, String bearer) {
        HttpServerRequest request = context.request();
        String path = request.path();
        if (!path.startsWith(ROOT) || !SafePath.holds(path)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        Neighbour owner =
                Neighbour.ofPath(path.substring(ROOT.length())).orElseThrow(() -> HttpProblem.NOT_FOUND.because());
        if (!plainlyFramed(request)) {
            throw HttpProblem.INVALID_REQUEST.because();
        }
        if (BodySize.announced(request) > upstreams.limit(request)) {
            throw HttpProblem.CONTENT_TOO_LARGE.because();
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        upstreams.pass(Call.of(context), owner, bearer);
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
        answers.refuse(Call.of(context), problem);
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
