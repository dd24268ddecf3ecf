package nl.etalage.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.gateway.console.SchedulingClient.Channel;
import nl.etalage.gateway.console.SchedulingClient.Publication;
import nl.etalage.gateway.identity.SameOrigin;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The page of one message; where a person posts it by hand, what to copy and save and a button to say it is done. */
@Path("/berichten/{id}")
@Produces(MediaType.TEXT_HTML)
public class MessageResource {

    private static final int OUTDATED = 412;
    private static final int CONFLICT = 409;

    private final Visitor visitor;
    private final SchedulingClient scheduling;
    private final SameOrigin sameOrigin;

    MessageResource(Visitor visitor, @RestClient SchedulingClient scheduling, SameOrigin sameOrigin) {
        this.visitor = visitor;
        this.scheduling = scheduling;
        this.sameOrigin = sameOrigin;
    }

    @GET
    public Uni<TemplateInstance> show(@RestPath UUID id, @RestQuery String done) {
        return signedIn()
                .flatMap(person -> "posted".equals(done) || "not-posted".equals(done)
                        ? thanks(person, "posted".equals(done))
                        : page(person, id, FormState.fresh()));
    }

    @POST
    public Uni<Response> done(@RestPath UUID id, @BeanParam Answer answer, HttpServerRequest request) {
        if (!sameOrigin.ownPage(request)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        return signedIn().flatMap(person -> reached(
                        scheduling.done(person.bearer(), answer.ifMatch(), answer.key(), id, answer.done()))
                .map(after -> Response.seeOther(URI.create("/berichten/" + id + "?done=" + answer.outcome()))
                        .build())
                .onFailure(ClientWebApplicationException.class)
                .recoverWithUni(refused -> again(person, id, answer, refused)));
    }

    /** A service that is away is not our fault, and passes. */
    private static <T> Uni<T> reached(Uni<T> asked) {
        return asked.onFailure(MessageResource::away).transform(away -> HttpProblem.UNAVAILABLE.because());
    }

    private static boolean away(Throwable failure) {
        return failure instanceof WebApplicationException answered
                ? answered.getResponse().getStatus() >= 500
                : !(failure instanceof ProblemException);
    }

    private Uni<Visitor.Person> signedIn() {
        return visitor.person().map(person -> person.orElseThrow(HttpProblem.AUTHENTICATION_REQUIRED::because));
    }

    private Uni<TemplateInstance> thanks(Visitor.Person person, boolean posted) {
        return Uni.createFrom().item(visitor.inOwnWords(Pages.thanks(visitor.frame(Optional.of(person)), posted)));
    }

    private Uni<TemplateInstance> page(Visitor.Person person, UUID id, FormState form) {
        return reached(scheduling.publication(person.bearer(), id))
                .flatMap(publication -> channel(person, publication).map(channel -> {
                    MessageView message = MessageView.of(publication, channel.orElse(null), visitor.locale());
                    return visitor.inOwnWords(Pages.message(visitor.frame(Optional.of(person)), message, form));
                }));
    }

    private Uni<Optional<Channel>> channel(Visitor.Person person, Publication publication) {
        return reached(scheduling.channels(person.bearer(), publication.shop()))
                .map(channels -> channels.items().stream()
                        .filter(channel -> channel.id().equals(publication.channel()))
                        .findFirst());
    }

    private Uni<Response> again(Visitor.Person person, UUID id, Answer answer, ClientWebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        String complaint =
                switch (status) {
                    case OUTDATED, CONFLICT, 422, 428 -> complaint(refused);
                    default -> throw refused;
                };
        FormState form =
                new FormState(FormState.fresh().key(), answer.permalink(), answer.note(), answer.again(), complaint);
        return page(person, id, form)
                .map(page -> Response.status(status).entity(page).build());
    }

    /** The sentence of the problem, which the service wrote for this reader. */
    private static String complaint(ClientWebApplicationException refused) {
        JsonNode problem = refused.getResponse().readEntity(JsonNode.class);
        JsonNode first = problem.path("violations").path(0).path("detail");
        return first.isMissingNode() ? problem.path("detail").asText() : first.asText();
    }
}
