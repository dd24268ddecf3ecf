package nl.etalage.gateway.console;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import nl.etalage.gateway.Frame;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Sentences;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A page for people where the API would answer with a problem. */
@ApplicationScoped
public class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    private static final String HTML = "text/html;charset=UTF-8";
    private static final int BEFORE_THE_PROBLEMS = 1;

    /** A whole page that says what went wrong. */
    public Response page(int status, Locale locale) {
        return Response.status(status)
                .type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(html(status, locale))
                .build();
    }

    /** Replaces the problem that a resource of the console ended in. */
    @ServerResponseFilter
    public void forPeople(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (type != null
                && type.getSubtype().equals("problem+json")
                && wantsPage(request.getUriInfo().getPath(), request.getHeaderString(HttpHeaders.ACCEPT))) {
            Locale locale = Sentences.forHeader(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                    .language();
            response.setEntity(html(response.getStatus(), locale), null, MediaType.valueOf(HTML));
        }
    }

    void listen(@Observes @Priority(BEFORE_THE_PROBLEMS) Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        if (context.failure() instanceof AuthenticationRedirectException redirect) {
            // On the way to the issuer or back: no error at all.
            response.setStatusCode(redirect.getCode())
                    .putHeader(HttpHeaders.LOCATION, redirect.getRedirectUri())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
            return;
        }
        if (response.headWritten() || !wantsPage(request.path(), request.getHeader(HttpHeaders.ACCEPT))) {
            context.next();
            return;
        }
        int status = status(context);
        if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            LOG.warnf("A page could not be shown: %s", String.valueOf(context.failure()));
        } else if (status >= 500 && context.failure() != null) {
            LOG.error("A page failed", context.failure());
        }
        Locale locale = Sentences.forHeader(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .language();
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(html(status, locale));
    }

    private static int status(RoutingContext context) {
        if (context.failure() instanceof ProblemException problem) {
            return problem.type().status();
        }
        if (context.failure() instanceof OIDCException) {
            // The issuer is away: nobody can be told who it is.
            return Response.Status.SERVICE_UNAVAILABLE.getStatusCode();
        }
        if (context.failure() instanceof SecurityException) {
            return context.failure() instanceof ForbiddenException ? 403 : 401;
        }
        return context.statusCode() < 400 ? 500 : context.statusCode();
    }

    private static boolean wantsPage(String path, String accept) {
        return !path.startsWith("/api/v1") && !path.startsWith("/q/") && accept != null && accept.contains("text/html");
    }

    private static String html(int status, Locale locale) {
        String kind =
                switch (status) {
                    case 401, 403, 404, 413, 503 -> Integer.toString(status);
                    case 410 -> "404";
                    case 502, 504 -> "503";
                    default -> status < 500 ? "4xx" : "500";
                };
        boolean again = status == 401 || status >= 500;
        return Pages.error(Frame.impersonal(locale), "error" + kind + "Title", "error" + kind, again)
                .setLocale(locale)
                .render();
    }
}
