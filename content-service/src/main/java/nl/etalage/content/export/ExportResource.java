package nl.etalage.content.export;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.etalage.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything this service keeps of one shop, for the shop to take along. */
@Path("/api/v1/exports/content")
@Tag(name = "exports")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ExportResource {

    private final ExportShop export;

    ExportResource(ExportShop export) {
        this.export = export;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Export a shop's content",
            description = "Everything kept here of one shop, kind by kind: adaptation, story, asset, contribution,"
                    + " campaign, participation, audit. To a manager of the shop and an admin. docs/export.md says what is left out"
                    + " and why.")
    public Page<ExportItem> exportContent(
            @QueryParam("shop") String shop,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        return export.page(shop, limit, pageToken);
    }
}
