package nl.etalage.content.adaptation;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
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
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.content.Patched;
import nl.etalage.content.access.Access;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A shop's own versions of stories. */
@Path("/api/v1/adaptations")
@Tag(name = "adaptations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class AdaptationResource {

    private final CurrentAccess access;
    private final AdaptationRepository adaptations;
    private final OpenAdaptation open;
    private final AdaptStory adapt;
    private final CompareSource compare;
    private final Patched patched;

    AdaptationResource(
            CurrentAccess access,
            AdaptationRepository adaptations,
            OpenAdaptation open,
            AdaptStory adapt,
            CompareSource compare,
            Patched patched) {
        this.access = access;
        this.adaptations = adaptations;
        this.open = open;
        this.adapt = adapt;
        this.compare = compare;
        this.patched = patched;
    }

    @GET
    @Transactional
    @Operation(summary = "List a shop's adaptations", description = "Newest first; story finds the one of a story.")
    public Page<AdaptationView> listAdaptations(
            @QueryParam("shop") String shop,
            @QueryParam("story") UUID story,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        access.enter().requireReader(shop, Scope.PUBLICATIONS_WRITE);
        PageRequest page = PageRequest.of(limit, pageToken, "adaptations|" + shop + "|" + story);
        return page.page(
                adaptations.page(shop, story, page),
                adaptation -> List.of(adaptation.id().toString()),
                this::view);
    }

    @POST
    @Idempotent
    @Operation(summary = "Adapt a story", description = "One per shop and story: 201 when made, 200 when it exists.")
    @APIResponse(
            responseCode = "201",
            description = "The new adaptation.",
            content = @Content(schema = @Schema(implementation = AdaptationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The adaptation the shop had.",
            content = @Content(schema = @Schema(implementation = AdaptationView.class)))
    public Response adaptStory(AdaptRequest request) {
        Access caller = access.enter();
        String shop = request == null ? null : request.shop();
        caller.requireWriter(shop, Scope.PUBLICATIONS_WRITE);
        boolean made = adapt.adapt(shop, request.story(), access.actor(shop));
        Adaptation adaptation = adaptations.ofStory(shop, request.story()).orElseThrow();
        return answer(adaptation)
                .status(made ? Response.Status.CREATED : Response.Status.OK)
                .header(HttpHeaders.LOCATION, "/api/v1/adaptations/" + adaptation.id())
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read an adaptation")
    @APIResponse(
            responseCode = "200",
            description = "The adaptation.",
            content = @Content(schema = @Schema(implementation = AdaptationView.class)))
    public Response readAdaptation(@PathParam("id") UUID id) {
        return answer(open.toRead(id)).build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @Operation(summary = "Put own words in an adaptation", description = "null gives a field back to the story.")
    @APIResponse(
            responseCode = "200",
            description = "The adaptation as it is now.",
            content = @Content(schema = @Schema(implementation = AdaptationView.class)))
    public Response editAdaptation(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = AdaptationChange.class)))
                    JsonNode patch) {
        Adaptation adaptation = open.toWrite(id);
        IfMatch.require(ifMatch, adaptation.version());
        AdaptationChange changed =
                patched.apply(new AdaptationChange(adaptation.overrides()), patch, "", AdaptationChange.class);
        adapt.override(adaptation, changed.overrides() == null ? Overrides.NONE : changed.overrides());
        return answer(adaptation).build();
    }

    private Response.ResponseBuilder answer(Adaptation adaptation) {
        return Response.ok(view(adaptation)).header(HttpHeaders.ETAG, EntityTag.of(adaptation.version()));
    }

    private AdaptationView view(Adaptation adaptation) {
        return AdaptationView.of(adaptation, compare.pending(adaptation));
    }
}
