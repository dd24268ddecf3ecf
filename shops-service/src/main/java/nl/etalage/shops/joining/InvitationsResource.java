package nl.etalage.shops.joining;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.Sentences;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.answer.Answers;
import nl.etalage.shops.validation.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The invitations to shops, for the central group. */
@Path("/api/v1/invitations")
@Tag(name = "Joining")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class InvitationsResource {

    /** Comes before every id. */
    private static final UUID START = new UUID(0, 0);

    private final JoiningRepository joinings;
    private final InviteShops inviteShops;
    private final ChangeInvitation changeInvitation;

    InvitationsResource(JoiningRepository joinings, InviteShops inviteShops, ChangeInvitation changeInvitation) {
        this.joinings = joinings;
        this.inviteShops = inviteShops;
        this.changeInvitation = changeInvitation;
    }

    @GET
    @Allowed(Permission.READ_INVITATIONS)
    @Operation(summary = "List invitations", description = "Oldest first; to the central group.")
    public Page<InvitationView> listInvitations(
            @Parameter(description = "Only those sent under this name.") @QueryParam("wave") String wave,
            @Parameter(description = "Only to the shop with this slug.") @QueryParam("shop") String shop,
            @Parameter(description = "Only in this state: waiting, sent, failed, yes, later, no or revoked.")
                    @QueryParam("state")
                    String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        if (state != null && JoiningState.of(state).isEmpty()) {
            Findings findings = new Findings();
            findings.add("#state", "unknown-invitation-state");
            findings.throwIfAny();
        }
        JoiningRepository.Filter filter = new JoiningRepository.Filter(wave, shop, state);
        PageRequest page = PageRequest.of(limit, pageToken, "invitations " + filter);
        UUID after = page.first() ? START : UUID.fromString(page.after().get(0));
        return page.page(
                joinings.list(filter, after, page.limit() + 1),
                joining -> List.of(joining.id().toString()),
                Joining::view);
    }

    @POST
    @Idempotent
    @Allowed(Permission.INVITE_SHOPS)
    @Operation(
            summary = "Invite shops to join",
            description = "By an admin: the shops named, or the next candidates that were not asked yet."
                    + " Each gets one mail with a link of its own.")
    @APIResponseSchema(
            value = WaveView.class,
            responseCode = "201",
            responseDescription = "Which shops are asked, and which are not and why")
    public Response inviteShops(
            NewWave wave, @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        WaveView sent = inviteShops.invite(wave, Sentences.forHeader(language));
        return Response.created(UriBuilder.fromPath("/api/v1/invitations")
                        .queryParam("wave", "{wave}")
                        .build(sent.wave()))
                .entity(sent)
                .build();
    }

    @GET
    @Path("/{id}")
    @Allowed(Permission.READ_INVITATIONS)
    @Operation(summary = "Read an invitation")
    @APIResponseSchema(value = InvitationView.class, responseDescription = "The invitation")
    public Response readInvitation(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        InvitationView invitation = joinings.require(id).view();
        return Answers.read(ifNoneMatch, invitation.version(), invitation);
    }

    @POST
    @Path("/{id}/renew")
    @Idempotent
    @Allowed(Permission.INVITE_SHOPS)
    @Operation(
            summary = "Send an invitation again",
            description = "By an admin. A new link goes to the shop's present mailbox; the old one stops working.")
    @APIResponseSchema(value = InvitationView.class, responseDescription = "The invitation, its mail on the way")
    public Response renewInvitation(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        InvitationView invitation = changeInvitation.renew(id, ifMatch);
        return Answers.changed(invitation.version(), invitation);
    }

    @DELETE
    @Path("/{id}")
    @Allowed(Permission.INVITE_SHOPS)
    @Operation(summary = "Take an invitation back", description = "By an admin. Its link stops working at once.")
    public void revokeInvitation(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        changeInvitation.revoke(id, ifMatch);
    }
}
