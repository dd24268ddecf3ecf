package nl.etalage.shops.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.net.URI;
import java.util.UUID;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.answer.Answers;
import nl.etalage.shops.limits.Counted;
import nl.etalage.shops.limits.Measure;
import nl.etalage.shops.validation.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The machines that work for a shop. */
@Path("/api/v1/shops/{slug}/integrations")
@Tag(name = "Integrations")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class IntegrationsResource {

    private final ReadIntegrations readIntegrations;
    private final AddIntegration addIntegration;
    private final BindClient bindClient;
    private final ChangeIntegration changeIntegration;
    private final ReleaseClient releaseClient;

    IntegrationsResource(
            ReadIntegrations readIntegrations,
            AddIntegration addIntegration,
            BindClient bindClient,
            ChangeIntegration changeIntegration,
            ReleaseClient releaseClient) {
        this.readIntegrations = readIntegrations;
        this.addIntegration = addIntegration;
        this.bindClient = bindClient;
        this.changeIntegration = changeIntegration;
        this.releaseClient = releaseClient;
    }

    @GET
    @Allowed(Permission.MANAGE_INTEGRATIONS)
    @Operation(summary = "List the integrations of a shop", description = "To its managers and webmasters, and admins.")
    public Page<IntegrationDocument> listIntegrations(
            @PathParam("slug") String slug,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        return readIntegrations.list(slug, limit, pageToken);
    }

    @POST
    @Idempotent
    @Allowed(Permission.MANAGE_INTEGRATIONS)
    @Counted(Measure.CLIENTS)
    @Operation(
            summary = "Make an integration",
            description = "By a manager or webmaster of the shop or an admin. Without clientId a client is made, whose "
                    + "secret stands in this answer only. With clientId one that exists is bound; it works for one "
                    + "shop.")
    @APIResponseSchema(
            value = IntegrationDocument.class,
            responseCode = "201",
            responseDescription = "The new integration")
    public Response addIntegration(@PathParam("slug") String slug, IntegrationDocument integration) {
        IntegrationDocument made = Findings.body(integration).clientId() == null
                ? addIntegration.add(slug, integration)
                : bindClient.bind(slug, integration);
        return Answers.created(
                URI.create("/api/v1/shops/" + made.shop() + "/integrations/" + made.id()), made.version(), made);
    }

    @GET
    @Path("/{id}")
    @Allowed(Permission.MANAGE_INTEGRATIONS)
    @Operation(summary = "Read an integration")
    @APIResponseSchema(value = IntegrationDocument.class, responseDescription = "The integration")
    public Response readIntegration(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        IntegrationDocument integration = readIntegrations.read(slug, id);
        return Answers.read(ifNoneMatch, integration.version(), integration);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(Permission.MANAGE_INTEGRATIONS)
    @Counted(Measure.CHANGES)
    @Operation(summary = "Change an integration", description = "Name, scopes, last day, or pause it.")
    @APIResponseSchema(value = IntegrationDocument.class, responseDescription = "The integration after the change")
    public Response changeIntegration(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = IntegrationDocument.class)))
                    JsonNode patch)
            throws JsonProcessingException {
        IntegrationDocument integration = changeIntegration.change(slug, id, ifMatch, patch);
        return Answers.changed(integration.version(), integration);
    }

    @DELETE
    @Path("/{id}")
    @Allowed(Permission.MANAGE_INTEGRATIONS)
    @Counted(Measure.CHANGES)
    @Operation(
            summary = "Remove an integration",
            description = "It can do nothing from now on. A client that was bound is free to be bound again.")
    public void removeIntegration(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        releaseClient.release(slug, id, ifMatch);
    }
}
