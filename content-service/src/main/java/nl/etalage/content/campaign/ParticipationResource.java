package nl.etalage.content.campaign;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.access.Access;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.content.access.ShopRole;
import nl.etalage.content.access.Shops;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;
import nl.etalage.rowsecurity.RowSecurity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who takes part in a campaign. */
@Path("/api/v1/campaigns/{id}/participations")
@Tag(name = "campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ParticipationResource {

    private final CurrentAccess access;
    private final RowSecurity rowSecurity;
    private final CampaignRepository campaigns;
    private final Participations participations;
    private final Shops shops;
    private final AuditTrail audit;
    private final Clock clock;

    ParticipationResource(
            CurrentAccess access,
            RowSecurity rowSecurity,
            CampaignRepository campaigns,
            Participations participations,
            Shops shops,
            AuditTrail audit,
            Clock clock) {
        this.access = access;
        this.rowSecurity = rowSecurity;
        this.campaigns = campaigns;
        this.participations = participations;
        this.shops = shops;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which shop joins. */
    @Schema(name = "JoinRequest")
    public record JoinRequest(@Schema(examples = "zeist") String shop) {}

    @GET
    @Transactional
    @Operation(
            summary = "List who takes part",
            description = "The central group sees every shop, a member its own. In order of slug.")
    public Page<Participation> listParticipations(
            @PathParam("id") UUID id,
            @QueryParam("shop") String shop,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        Access caller = access.enter();
        caller.requireMember(Scope.LIBRARY_READ);
        if (caller.inCentral()) {
            rowSecurity.enterAll();
        }
        campaigns.require(id);
        PageRequest page = PageRequest.of(limit, pageToken, "participations|" + id + "|" + shop);
        return page.page(participations.list(id, shop, page), found -> List.of(found.shop()));
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Join a campaign",
            description = "By a manager or publisher, until its last day to join. 200 when the shop had joined.")
    @APIResponse(
            responseCode = "201",
            description = "The shop takes part.",
            content = @Content(schema = @Schema(implementation = Participation.class)))
    @APIResponse(
            responseCode = "200",
            description = "The shop took part already.",
            content = @Content(schema = @Schema(implementation = Participation.class)))
    public Response joinCampaign(@PathParam("id") UUID id, JoinRequest request) {
        Access caller = access.enter();
        String shop = request == null ? null : request.shop();
        caller.requireRole(shop, ShopRole.MANAGER, ShopRole.PUBLISHER);
        Campaign campaign = campaigns.require(id);
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), shops.require(shop).zone());
        boolean late = today.isAfter(campaign.content().lastDayToJoin());
        boolean joined = !late && participations.join(id, shop, access.actor(shop), clock.instant());
        Participation participation = participations
                .find(id, shop)
                .orElseThrow(() -> ContentProblem.CAMPAIGN_CLOSED.because(
                        campaign.content().lastDayToJoin().toString()));
        if (joined) {
            audit.record("campaign.joined", shop, "campaign/" + id);
        }
        return Response.status(joined ? Response.Status.CREATED : Response.Status.OK)
                .entity(participation)
                .build();
    }

    @DELETE
    @Path("/{shop}")
    @Transactional
    @Operation(summary = "Leave a campaign", description = "By a manager or publisher.")
    @APIResponse(responseCode = "204", description = "The shop no longer takes part.")
    public void leaveCampaign(@PathParam("id") UUID id, @PathParam("shop") String shop) {
        access.enter().requireRole(shop, ShopRole.MANAGER, ShopRole.PUBLISHER);
        if (!participations.leave(id, shop)) {
            throw HttpProblem.NOT_FOUND.because();
        }
        audit.record("campaign.left", shop, "campaign/" + id);
    }
}
