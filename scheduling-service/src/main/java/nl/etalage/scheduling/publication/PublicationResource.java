package nl.etalage.scheduling.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.InputCheck;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Planning and reading publications. What is done to them afterwards is in {@link PublicationActionResource}. */
@Path("/api/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "publications")
public class PublicationResource {

    private final FindPublications find;
    private final PlanPublication plan;
    private final ReplanPublication replan;
    private final PublicationAnswers answers;
    private final ObjectMapper json;

    PublicationResource(
            FindPublications find,
            PlanPublication plan,
            ReplanPublication replan,
            PublicationAnswers answers,
            ObjectMapper json) {
        this.find = find;
        this.plan = plan;
        this.replan = replan;
        this.answers = answers;
        this.json = json;
    }

    @GET
    public Page<PublicationView> listPublications(
            @RestQuery String shop,
            @Parameter(description = "Local day or instant, included", example = "2026-12-01") @RestQuery String from,
            @Parameter(description = "Local day, included, or instant, excluded", example = "2026-12-31") @RestQuery
                    String to,
            @RestQuery List<String> state,
            @RestQuery Integer limit,
            @RestQuery String pageToken,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return find.list(
                new FindPublications.Question(shop, from, to, state, limit, pageToken), Sentences.forHeader(language));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = PublicationView.class, responseCode = "201")
    public Response planPublication(NewPublication wanted, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Publication publication = plan.plan(wanted, language);
        URI location = URI.create("/api/v1/publications/" + publication.id());
        return answers.of(Response.created(location), publication, language);
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "You have it already")
    public Response readPublication(
            UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return answers.unlessSeen(find.one(id), ifNoneMatch, language);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response movePublication(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @RequestBody(content = @Content(schema = @Schema(implementation = Move.class))) JsonNode patch)
            throws JsonProcessingException {
        if (patch == null || !patch.isObject()) {
            new InputCheck().wrong("", "object").done();
        }
        Move move = json.treeToValue(patch, Move.class);
        new InputCheck().required("/localTime", move.localTime()).done();
        Publication publication = replan.move(new Changing.Target(id, ifMatch), move.localTime());
        return answers.of(Response.ok(), publication, language);
    }
}
