package nl.etalage.content.campaign;

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
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Campaigns: the central group writes them, everybody who takes part reads them. */
@Path("/api/v1/campaigns")
@Tag(name = "campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class CampaignResource {

    private final CurrentAccess access;
    private final CampaignRepository campaigns;
    private final WriteCampaign write;
    private final Patched patched;
    private final ShowCampaign show;

    CampaignResource(
            CurrentAccess access,
            CampaignRepository campaigns,
            WriteCampaign write,
            Patched patched,
            ShowCampaign show) {
        this.access = access;
        this.campaigns = campaigns;
        this.write = write;
        this.patched = patched;
        this.show = show;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List campaigns",
            description = "Newest first, for everybody who takes part in the network. Outside the central group a"
                    + " campaign has only stories that are in the library of one of the caller's shops, and of the tasks"
                    + " those with such a story or with none.")
    public Page<CampaignView> listCampaigns(
            @QueryParam("limit") Integer limit, @QueryParam("pageToken") String pageToken) {
        access.enter().requireMember(Scope.LIBRARY_READ);
        PageRequest page = PageRequest.of(limit, pageToken, "campaigns");
        List<Campaign> found = campaigns.page(page);
        return page.page(found, campaign -> List.of(campaign.id().toString()), show.to(access.get(), found));
    }

    @POST
    @Idempotent
    @Operation(summary = "Start a campaign")
    @APIResponse(
            responseCode = "201",
            description = "The campaign.",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response createCampaign(CampaignContent content) {
        access.get().requireCentral(CentralRole.EDITOR, CentralRole.ADMIN);
        if (content == null) {
            throw HttpProblem.MALFORMED_JSON.because();
        }
        Campaign campaign = write.create(content, access.centralActor());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/campaigns/" + campaign.id())
                .header(HttpHeaders.ETAG, EntityTag.of(campaign.version()))
                .entity(shown(campaign))
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read a campaign")
    @APIResponse(
            responseCode = "200",
            description = "The campaign.",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response readCampaign(@PathParam("id") UUID id) {
        access.enter().requireMember(Scope.LIBRARY_READ);
        return answer(campaigns.require(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @Operation(summary = "Change a campaign")
    @APIResponse(
            responseCode = "200",
            description = "The campaign as it is now.",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response editCampaign(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CampaignContent.class))) JsonNode patch) {
        access.get().requireCentral(CentralRole.EDITOR, CentralRole.ADMIN);
        Campaign campaign = campaigns.requireForUpdate(id);
        IfMatch.require(ifMatch, campaign.version());
        write.edit(campaign, patched.apply(campaign.content(), patch, "", CampaignContent.class));
        return answer(campaign);
    }

    private Response answer(Campaign campaign) {
        return Response.ok(shown(campaign))
                .header(HttpHeaders.ETAG, EntityTag.of(campaign.version()))
                .build();
    }

    private CampaignView shown(Campaign campaign) {
        return show.to(access.get(), List.of(campaign)).apply(campaign);
    }
}
