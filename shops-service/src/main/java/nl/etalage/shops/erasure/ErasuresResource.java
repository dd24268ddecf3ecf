package nl.etalage.shops.erasure;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.problem.Sentences;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forgetting a person who asks for it. */
@Path("/api/v1/people/erasures")
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ErasuresResource {

    private final ErasePerson erasePerson;

    ErasuresResource(ErasePerson erasePerson) {
        this.erasePerson = erasePerson;
    }

    @POST
    @Idempotent
    @Allowed(Permission.ERASE_PEOPLE)
    @Operation(
            summary = "Erase a person",
            description = "By an admin, on the person's request; not oneself. Ends every membership and removes name,"
                    + " mail addresses and how they sign in, here at once and in the other services within seconds. What"
                    + " they made stays, and names nobody. It can't be undone. The answer says what remains to be done by"
                    + " hand, such as removing the account at the identity provider: note subject and issuer of the"
                    + " person's membership before, for nothing here knows them after.")
    @APIResponseSchema(
            value = ErasureView.class,
            responseDescription = "What was removed, in numbers, and what remains")
    public Response erasePerson(
            ErasureRequest request,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return Response.ok(erasePerson.erase(request, Sentences.forHeader(language)))
                .build();
    }
}
