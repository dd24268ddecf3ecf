package nl.etalage.scheduling.export;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import nl.etalage.paging.Page;
import nl.etalage.problem.Sentences;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Everything this service keeps of one shop, for the shop to take along. */
@Path("/api/v1/exports/delivery")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "exports")
public class ExportResource {

    private final ExportShop export;

    ExportResource(ExportShop export) {
        this.export = export;
    }

    @GET
    @Operation(
            summary = "Export a shop's channels and publications",
            description = "Everything kept here of one shop, kind by kind: channel, publication, notice, audit. To a"
                    + " manager of the shop and an admin. docs/export.md says what is left out and why.")
    public Page<ExportItem> exportDelivery(
            @Parameter(description = "Slug of the shop.") @RestQuery String shop,
            @RestQuery Integer limit,
            @RestQuery String pageToken,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return export.page(shop, limit, pageToken, Sentences.forHeader(language));
    }
}
