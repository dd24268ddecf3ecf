package nl.etalage.shops.member;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a mailed link offers whoever holds it. */
@Path("/api/v1/member-invitations/{token}")
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class MembershipOfferResource {

    private final AcceptInvitation invitation;

    MembershipOfferResource(AcceptInvitation invitation) {
        this.invitation = invitation;
    }

    @GET
    @Allowed(Permission.HOLD_LINK)
    @Operation(
            summary = "Read what an invitation offers",
            description = "Without an account, by the token of the mailed link. Changes nothing.")
    @APIResponseSchema(value = MembershipOffer.class, responseDescription = "What is offered")
    public Response readMembershipOffer(@PathParam("token") String token) {
        return Response.ok(invitation.read(token))
                .header("Cache-Control", "no-store")
                .build();
    }
}
