package nl.etalage.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import nl.etalage.gateway.Frame;
import nl.etalage.gateway.Messages;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestPath;

/** The page on which a shop says whether it joins: without an account, and without a script. Opening it changes nothing. */
@Path("/join/{token}")
@Produces(MediaType.TEXT_HTML)
public class JoinPageResource {

    private final Visitor visitor;
    private final JoinClient shops;
    private final MailedLink link;

    JoinPageResource(Visitor visitor, @RestClient JoinClient shops, MailedLink link) {
        this.visitor = visitor;
        this.shops = shops;
        this.link = link;
    }

    @GET
    public Uni<Response> ask(@RestPath String token) {
        return MailedLink.reached(shops.question(token))
                .map(question -> page(200, JoinView.of(question, token)))
                .onFailure(MailedLink::opensNothing)
                .recoverWithItem(() -> link.gone(visitor.locale()));
    }

    @POST
    public Uni<Response> answer(@RestPath String token, @BeanParam JoinForm form, HttpServerRequest request) {
        link.requireOwnPage(request);
        Uni<Response> answered = form.yes() && !WeekText.unclear(form.week()).isEmpty()
                ? complain(token, form, 422, words().hoursUnclear())
                : MailedLink.reached(shops.answer(token, form.reply()))
                        .map(after -> link.secret(Response.seeOther(URI.create("/join/" + token))))
                        .onFailure(JoinPageResource::refused)
                        .recoverWithUni(refusal -> complain(
                                token,
                                form,
                                ((ClientWebApplicationException) refusal)
                                        .getResponse()
                                        .getStatus(),
                                sentence((ClientWebApplicationException) refusal)));
        return answered.onFailure(MailedLink::opensNothing).recoverWithItem(() -> link.gone(visitor.locale()));
    }

    private static boolean refused(Throwable failure) {
        return failure instanceof ClientWebApplicationException answered
                && (answered.getResponse().getStatus() == 409
                        || answered.getResponse().getStatus() == 422);
    }

    private Uni<Response> complain(String token, JoinForm form, int status, String complaint) {
        return MailedLink.reached(shops.question(token))
                .map(question -> page(status, JoinView.of(question, token).again(form, complaint)));
    }

    private Response page(int status, JoinView view) {
        return link.page(status, visitor.inOwnWords(Pages.join(Frame.impersonal(visitor.locale()), view)));
    }

    private Messages words() {
        Locale locale = visitor.locale();
        return MessageBundles.get(Messages.class, Localized.Literal.of(locale.toLanguageTag()));
    }

    /** The sentence of the problem, which the service wrote for this reader. */
    private static String sentence(ClientWebApplicationException refused) {
        JsonNode problem = refused.getResponse().readEntity(JsonNode.class);
        JsonNode first = problem.path("violations").path(0).path("detail");
        return first.isMissingNode() ? problem.path("detail").asText() : first.asText();
    }
}
