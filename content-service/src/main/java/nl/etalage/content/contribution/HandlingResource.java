package nl.etalage.content.contribution;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.content.OptionalBody;
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.asset.AssetRepository;
import nl.etalage.content.asset.MediaAddress;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stories that shops offer: what the central group does. Each step needs If-Match. */
@Path("/api/v1/contributions/{id}")
@Tag(name = "contributions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class HandlingResource {

    private final CurrentAccess access;
    private final OpenContribution open;
    private final HandleContribution handle;
    private final ShowContributions show;
    private final AssetRepository assets;
    private final MediaAddress addresses;
    private final OptionalBody body;

    HandlingResource(
            CurrentAccess access,
            OpenContribution open,
            HandleContribution handle,
            ShowContributions show,
            AssetRepository assets,
            MediaAddress addresses,
            OptionalBody body) {
        this.access = access;
        this.open = open;
        this.handle = handle;
        this.show = show;
        this.assets = assets;
        this.addresses = addresses;
        this.body = body;
    }

    @POST
    @Path("/take")
    @Consumes(MediaType.WILDCARD)
    @Idempotent
    @Operation(
            summary = "Make a story of what a shop offered",
            description = "By an editor or admin. story is a draft with the text, the shop's name as credit and the"
                    + " picture as one of the network's; the shop keeps its own.")
    @APIResponse(
            responseCode = "200",
            description = "What was offered, with the story.",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public Response takeContribution(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TakeRequest.class)))
                    String request) {
        TakeRequest asked = body.read(request, TakeRequest.class, TakeRequest.NOTHING_SAID);
        Contribution found = open.toHandle(id, ifMatch, CentralRole.EDITOR, CentralRole.ADMIN);
        handle.take(found, asked.typeOrShop(), access.centralActor());
        return answer(found);
    }

    @POST
    @Path("/ask-changes")
    @Idempotent
    @Operation(summary = "Ask a shop for another text", description = "By anyone in the central group, in a sentence.")
    @APIResponse(
            responseCode = "200",
            description = "What was offered, with the question.",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public Response askForChanges(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ContributionNote request) {
        Contribution found = open.toHandle(id, ifMatch);
        handle.askChanges(found, said(request), access.centralActor());
        return answer(found);
    }

    @POST
    @Path("/decline")
    @Idempotent
    @Operation(summary = "Decline what a shop offered", description = "By anyone in the central group, with a reason.")
    @APIResponse(
            responseCode = "200",
            description = "What was offered, with the reason.",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public Response declineContribution(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ContributionNote request) {
        Contribution found = open.toHandle(id, ifMatch);
        handle.decline(found, said(request), access.centralActor());
        return answer(found);
    }

    @GET
    @Path("/renditions/{name}")
    @Transactional
    @Operation(
            summary = "See the picture that a shop offered",
            description = "In a form, for who may read what was offered. Redirects to its address under /media; one"
                    + " that is not public works for ten minutes.")
    @APIResponse(responseCode = "302", description = "Where the picture is.")
    public Response seeContributedPicture(
            @PathParam("id") UUID id,
            @PathParam("name") String name,
            @QueryParam("text") @Parameter(description = "Id of an earlier text, for the picture that was sent with it")
                    UUID text) {
        ContributionContent sent = open.content(open.toRead(id), text);
        String place = Optional.ofNullable(sent.asset())
                .flatMap(asset -> addresses.place(assets.findById(asset), name))
                .orElseThrow(HttpProblem.NOT_FOUND::because);
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, place)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private static String said(ContributionNote request) {
        return request == null ? null : request.note();
    }

    private Response answer(Contribution contribution) {
        return Response.ok(show.show(contribution))
                .header(HttpHeaders.ETAG, EntityTag.of(contribution.version()))
                .build();
    }
}
