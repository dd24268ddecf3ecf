package nl.etalage.shops.member;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.answer.Answers;
import nl.etalage.shops.validation.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Becoming a member through a mailed link. */
@Path("/api/v1/me/memberships")
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class MyMembershipsResource {

    private final AcceptInvitation invitation;

    MyMembershipsResource(AcceptInvitation invitation) {
        this.invitation = invitation;
    }

    /**
     * A link to use.
     *
     * @param token of the mailed link
     */
    @Schema(
            name = "MembershipLink",
            requiredProperties = {"token"})
    public record MembershipLink(@Schema(maxLength = 100) String token) {}

    @POST
    @Idempotent
    @Allowed(Permission.KNOW_ONESELF)
    @Operation(
            summary = "Become a member",
            description = "By anyone signed in who holds the token of a mailed link. It works once.")
    @APIResponseSchema(value = MemberDocument.class, responseCode = "201", responseDescription = "Your membership")
    public Response becomeMember(MembershipLink link) {
        Findings findings = new Findings();
        findings.required("/token", Findings.body(link).token());
        findings.throwIfAny();
        MemberDocument made = invitation.accept(link.token());
        String path = made.shop() == null ? "central" : "shops/" + made.shop();
        return Answers.created(URI.create("/api/v1/" + path + "/members/" + made.id()), made.version(), made);
    }
}
