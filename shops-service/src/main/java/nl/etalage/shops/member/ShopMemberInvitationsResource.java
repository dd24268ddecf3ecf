package nl.etalage.shops.member;

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
import java.net.URI;
import java.util.UUID;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.answer.Answers;
import nl.etalage.shops.limits.Counted;
import nl.etalage.shops.limits.Measure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People who are asked by mail to become a member of a shop. */
@Path("/api/v1/shops/{slug}/member-invitations")
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ShopMemberInvitationsResource {

    private final Teams teams;
    private final InviteMember inviteMember;

    ShopMemberInvitationsResource(Teams teams, InviteMember inviteMember) {
        this.teams = teams;
        this.inviteMember = inviteMember;
    }

    @GET
    @Allowed(Permission.CHANGE_MEMBERS)
    @Operation(
            summary = "List who is invited to a shop",
            description = "Those who haven't answered yet. By a manager of the shop or an admin.")
    public Page<MemberInvitationView> listMemberInvitations(
            @PathParam("slug") String slug,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        return inviteMember.pending(teams.of(slug), limit, pageToken);
    }

    @POST
    @Idempotent
    @Allowed(Permission.CHANGE_MEMBERS)
    @Counted(Measure.LETTERS)
    @Operation(
            summary = "Invite a person to a shop",
            description =
                    "By a manager of the shop or an admin. A link goes by mail; who signs in through it becomes the member.")
    @APIResponseSchema(
            value = MemberInvitationView.class,
            responseCode = "201",
            responseDescription = "The invitation, its mail on the way")
    public Response inviteMember(@PathParam("slug") String slug, NewMemberInvitation invitation) {
        MemberInvitationView made = inviteMember.invite(teams.forChange(slug), invitation);
        return Answers.created(
                URI.create("/api/v1/shops/" + slug + "/member-invitations/" + made.id()), made.version(), made);
    }

    @POST
    @Path("/{id}/resend")
    @Idempotent
    @Allowed(Permission.CHANGE_MEMBERS)
    @Counted(Measure.LETTERS)
    @Operation(
            summary = "Send an invitation to a shop again",
            description =
                    "By a manager of the shop or an admin. The new mail has a new link; the old one stops working.")
    @APIResponseSchema(value = MemberInvitationView.class, responseDescription = "The invitation, its mail on the way")
    public Response resendMemberInvitation(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        MemberInvitationView invitation = inviteMember.resend(teams.forChange(slug), id, ifMatch);
        return Answers.changed(invitation.version(), invitation);
    }

    @DELETE
    @Path("/{id}")
    @Allowed(Permission.CHANGE_MEMBERS)
    @Counted(Measure.CHANGES)
    @Operation(
            summary = "Take an invitation to a shop back",
            description = "By a manager of the shop or an admin. Its link stops working at once.")
    public void revokeMemberInvitation(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        inviteMember.revoke(teams.forChange(slug), id, ifMatch);
    }
}
