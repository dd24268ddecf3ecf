package nl.etalage.gateway.console;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import nl.etalage.gateway.console.JoinClient.Acceptance;
import nl.etalage.gateway.console.JoinClient.Offer;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestPath;

/** The page behind an invitation to become a member: read it, sign in, and say yes. */
@Path("/member/{token}")
@Produces(MediaType.TEXT_HTML)
public class MemberPageResource {

    private static final int CONFLICT = 409;

    private final Visitor visitor;
    private final JoinClient shops;
    private final MailedLink link;

    MemberPageResource(Visitor visitor, @RestClient JoinClient shops, MailedLink link) {
        this.visitor = visitor;
        this.shops = shops;
        this.link = link;
    }

    /**
     * The page.
     *
     * @param token of the mailed link
     * @param role key of the role that is offered
     */
    record MemberView(Offer offer, String token, String role, boolean already) {}

    @GET
    public Uni<Response> show(@RestPath String token) {
        return show(token, 200);
    }

    @POST
    public Uni<Response> accept(@RestPath String token, HttpServerRequest request) {
        link.requireOwnPage(request);
        return visitor.person()
                .map(person -> person.orElseThrow(HttpProblem.AUTHENTICATION_REQUIRED::because))
                .flatMap(person -> MailedLink.reached(shops.accept(person.bearer(), new Acceptance(token))))
                .map(done -> link.secret(Response.seeOther(URI.create("/"))))
                .onFailure(MemberPageResource::already)
                .recoverWithUni(() -> show(token, CONFLICT))
                .onFailure(MailedLink::opensNothing)
                .recoverWithItem(() -> link.gone(visitor.locale()));
    }

    private Uni<Response> show(String token, int status) {
        return MailedLink.reached(shops.offer(token))
                .flatMap(offer -> visitor.person().map(person -> page(person, offer, token, status)))
                .onFailure(MailedLink::opensNothing)
                .recoverWithItem(() -> link.gone(visitor.locale()));
    }

    private Response page(Optional<Visitor.Person> person, Offer offer, String token, int status) {
        String role = MessageWords.key("role", offer.role() == null ? "member" : offer.role());
        MemberView view = new MemberView(offer, token, role, status == CONFLICT);
        return link.page(status, visitor.inOwnWords(Pages.member(visitor.frame(person), view)));
    }

    private static boolean already(Throwable failure) {
        return failure instanceof ClientWebApplicationException answered
                && answered.getResponse().getStatus() == CONFLICT;
    }
}
