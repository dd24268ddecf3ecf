package nl.etalage.shops.joining;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The question whether a shop joins, for whoever holds the link that was mailed to it. */
@Path("/api/v1/join/{token}")
@Tag(name = "Joining")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class JoinResource {

    private final AnswerInvitation invitation;

    JoinResource(AnswerInvitation invitation) {
        this.invitation = invitation;
    }

    @GET
    @Allowed(Permission.HOLD_LINK)
    @Operation(
            summary = "Read the question whether your shop joins",
            description = "Without an account, by the token of the mailed link. Changes nothing.")
    @APIResponseSchema(value = JoiningView.class, responseDescription = "The question, and the answer so far")
    public Response readJoining(@PathParam("token") String token) {
        return unkept(invitation.read(token));
    }

    @POST
    @Idempotent
    @Allowed(Permission.HOLD_LINK)
    @Operation(
            summary = "Answer whether your shop joins",
            description = "Without an account, by the token of the mailed link. Yes makes the shop active and mails a"
                    + " link to become its manager; the same answer again changes nothing, and another one replaces"
                    + " it until the shop has a manager.")
    @APIResponseSchema(value = JoiningView.class, responseDescription = "The question, and the answer now")
    public Response answerJoining(@PathParam("token") String token, JoiningAnswer answer) {
        return unkept(invitation.answer(token, answer));
    }

    private static Response unkept(JoiningView view) {
        CacheControl cache = new CacheControl();
        cache.setNoStore(true);
        cache.setNoTransform(false);
        return Response.ok(view).cacheControl(cache).build();
    }
}
