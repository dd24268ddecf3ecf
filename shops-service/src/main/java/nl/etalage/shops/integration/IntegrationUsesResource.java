package nl.etalage.shops.integration;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the gateway tells how integrations fare. */
@Path("/internal/integration-uses")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class IntegrationUsesResource {

    private final ReportUse reportUse;

    IntegrationUsesResource(ReportUse reportUse) {
        this.reportUse = reportUse;
    }

    @POST
    @Idempotent
    @Allowed(Permission.REPORT_INTEGRATIONS)
    @Operation(hidden = true)
    public Response reportUses(ReportUse.Report report) {
        reportUse.take(report);
        return Response.noContent().build();
    }
}
