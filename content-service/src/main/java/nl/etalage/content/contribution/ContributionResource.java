package nl.etalage.content.contribution;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.content.Patched;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stories that shops offer: what the shop does. */
@Path("/api/v1/contributions")
@Tag(name = "contributions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ContributionResource {

    private final CurrentAccess access;
    private final OpenContribution open;
    private final ContributionRepository contributions;
    private final OfferStory offer;
    private final ShowContributions show;
    private final Patched patched;

    ContributionResource(
            CurrentAccess access,
            OpenContribution open,
            ContributionRepository contributions,
            OfferStory offer,
            ShowContributions show,
            Patched patched) {
        this.access = access;
        this.open = open;
        this.contributions = contributions;
        this.offer = offer;
        this.show = show;
        this.patched = patched;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List what shops offered",
            description =
                    "Newest first. A shop's people name their shop; without one it is all, for the central group.")
    public Page<ContributionView> listContributions(
            @BeanParam ContributionQuery query,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        open.list(query.shop());
        PageRequest page = PageRequest.of(limit, pageToken, query.key());
        Page<Contribution> found = page.page(
                contributions.page(query, page), one -> List.of(one.id().toString()));
        return new Page<>(show.show(found.items()), found.nextPageToken());
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Offer a story",
            description =
                    "By who writes for the shop. A text and, if there is one, a picture the shop uploaded; editors"
                            + " do the rest.")
    @APIResponse(
            responseCode = "201",
            description = "What was offered.",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public Response offerStory(OfferRequest request) {
        String shop = request == null ? null : request.shop();
        open.toOffer(shop);
        Contribution offered = offer.offer(shop, request.content(), access.actor(shop));
        return answer(offered)
                .status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/contributions/" + offered.id())
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read what a shop offered", description = "For the shop's people and the central group.")
    @APIResponse(
            responseCode = "200",
            description = "What was offered, and what became of it.",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public Response readContribution(@PathParam("id") UUID id) {
        return answer(open.toRead(id)).build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @Operation(
            summary = "Say it anew",
            description = "By who writes for the shop, while it waits. What changes were asked for is offered again.")
    @APIResponse(
            responseCode = "200",
            description = "What is offered now.",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public Response reviseContribution(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ContributionContent.class)))
                    JsonNode patch) {
        Contribution found = open.toRevise(id, ifMatch);
        offer.revise(
                found,
                patched.apply(found.content(), patch, "", ContributionContent.class),
                access.actor(found.shop()));
        return answer(found).build();
    }

    @POST
    @Path("/{id}/withdraw")
    @Idempotent
    @Operation(summary = "Take an offer back", description = "By who writes for the shop, while it waits.")
    @APIResponse(
            responseCode = "200",
            description = "What was offered.",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public Response withdrawContribution(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Contribution found = open.toRevise(id, ifMatch);
        offer.withdraw(found);
        return answer(found).build();
    }

    private Response.ResponseBuilder answer(Contribution contribution) {
        return Response.ok(show.show(contribution)).header(HttpHeaders.ETAG, EntityTag.of(contribution.version()));
    }
}
