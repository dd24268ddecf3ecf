package nl.etalage.gateway.console;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import nl.etalage.gateway.Frame;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** What the pages behind a mailed link have in common: their address is a secret, so it goes nowhere. */
@ApplicationScoped
class MailedLink {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    /**
     * Refuses a form that a browser says another site sent. Without a cookie there is nothing a forged form could use:
     * who knows the address may answer. This only keeps a page elsewhere from answering unseen for who opens it.
     *
     * @throws ProblemException 403
     */
    void requireOwnPage(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) {
            throw HttpProblem.FORBIDDEN.because();
        }
    }

    /** A page that no cache keeps and no search engine lists; that no other site hears of it is said for its path. */
    Response page(int status, Object page) {
        return secret(Response.status(status).type(MediaType.TEXT_HTML).entity(page));
    }

    Response secret(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    /** The same page for every link that opens nothing, whatever the reason. */
    Response gone(Locale locale) {
        return page(
                404,
                Pages.error(Frame.impersonal(locale), "linkGoneTitle", "linkGone", false)
                        .setLocale(locale));
    }

    /** A service that is away is not the reader's fault, and passes. */
    static <T> Uni<T> reached(Uni<T> asked) {
        return asked.onFailure(MailedLink::away).transform(away -> HttpProblem.UNAVAILABLE.because());
    }

    private static boolean away(Throwable failure) {
        return failure instanceof WebApplicationException answered
                ? answered.getResponse().getStatus() >= 500
                : !(failure instanceof ProblemException);
    }

    static boolean opensNothing(Throwable failure) {
        return failure instanceof ClientWebApplicationException answered
                && answered.getResponse().getStatus() == 404;
    }
}
