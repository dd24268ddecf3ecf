package nl.etalage.shops.integration;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.answer.Answers;
import nl.etalage.shops.limits.Counted;
import nl.etalage.shops.limits.Measure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clients by which the machine of an integration comes in: their secrets, and how they fare. */
@Path("/api/v1/shops/{slug}/integrations/{id}")
@Tag(name = "Integrations")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class IntegrationClientsResource {

    private final RotateClient rotateClient;
    private final ReadIntegrations readIntegrations;

    IntegrationClientsResource(RotateClient rotateClient, ReadIntegrations readIntegrations) {
        this.rotateClient = rotateClient;
        this.readIntegrations = readIntegrations;
    }

    /** How the clients of an integration fare, the newest last. */
    public record Uses(List<IntegrationUse> items) {}

    @POST
    @Path("/rotate")
    @Idempotent
    @Allowed(Permission.MANAGE_INTEGRATIONS)
    @Counted(Measure.CLIENTS)
    @Operation(
            summary = "Give an integration a new secret",
            description = "A new client id with a new secret, shown in this answer only. The old one works until "
                    + "oldEndsAt: leave it out for a day, or give this moment when the old secret leaked.")
    @APIResponseSchema(value = IntegrationDocument.class, responseDescription = "The integration with its new secret")
    public Response rotateIntegration(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Rotation rotation) {
        IntegrationDocument integration = rotateClient.rotate(slug, id, ifMatch, rotation);
        return Answers.changed(integration.version(), integration);
    }

    @GET
    @Path("/use")
    @Allowed(Permission.MANAGE_INTEGRATIONS)
    @Operation(
            summary = "Read how an integration fares",
            description = "When each of its clients was last used, and the last call that was refused.")
    public Uses readIntegrationUse(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return new Uses(readIntegrations.uses(slug, id));
    }
}
