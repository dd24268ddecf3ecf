package nl.etalage.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Gives a body to what the HTTP layer refuses by itself: a bad token, a body over the limit, a broken request. */
@ApplicationScoped
class RouterProblems {

    private static final Logger LOG = Logger.getLogger(RouterProblems.class);

    private final ObjectMapper json;
    private final long largestBody;

    RouterProblems(ObjectMapper json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.json = json;
        this.largestBody = largest.asLongValue();
    }

    void listen(@Observes Router router) {
        // Before Quarkus's own error page, which is HTML or empty.
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
        // Before Quarkus's own check, which answers without a body.
        router.route().order(Integer.MIN_VALUE + 1).handler(this::refuseLargeBody);
    }

    private void refuseLargeBody(RoutingContext context) {
        if (announced(context.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > largestBody) {
            // The body is not read, so nothing else can come over this connection.
            context.response().putHeader("Connection", "close");
            context.fail(HttpProblem.CONTENT_TOO_LARGE.status());
        } else {
            context.next();
        }
    }

    /** The length a client announces, in bytes; 0 when it doesn't, or when the HTTP layer is to refuse it. */
    private static long announced(String contentLength) {
        try {
            return contentLength == null ? 0 : Long.parseLong(contentLength);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private void answer(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            response.reset();
            return;
        }
        ProblemException problem = problem(context);
        Sentences sentences = Sentences.forHeader(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .putHeader(ProblemDocument.TYPE_HEADER, problem.type().type().toString())
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, sentences.language().toLanguageTag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(response::putHeader);
        try {
            response.end(json.writeValueAsString(ProblemDocument.of(problem, sentences)));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A problem document could not be written", unwritable);
        }
    }

    private static ProblemException problem(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof AuthenticationException || failure instanceof UnauthorizedException) {
            return ProblemMappers.unauthenticated();
        }
        if (failure instanceof ForbiddenException) {
            return HttpProblem.FORBIDDEN.because();
        }
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (status == 401) {
            return ProblemMappers.unauthenticated();
        }
        if (status >= 500 && failure != null) {
            LOG.error("A request failed before it reached a resource", failure);
        }
        return HttpProblem.ofStatus(status)
                .orElse(status < 500 ? HttpProblem.INVALID_REQUEST : HttpProblem.INTERNAL_ERROR)
                .because();
    }
}
