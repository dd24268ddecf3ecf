package nl.etalage.shops.export;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.etalage.paging.Page;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything this service keeps of one shop, for the shop to take along. */
@Path("/api/v1/exports/shops")
@Tag(name = "Export")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ExportResource {

    private final ExportShop export;

    ExportResource(ExportShop export) {
        this.export = export;
    }

    @GET
    @Allowed(Permission.EXPORT_SHOP)
    @Operation(
            summary = "Export a shop",
            description = "Everything kept here of one shop, kind by kind: shop, contact, group, member,"
                    + " member-invitation, integration, integration-use, invitation,"
                    + " assortment, audit. To a manager of the shop and"
                    + " an admin. docs/export.md says what is left out and why.")
    public Page<ExportItem> exportShops(
            @Parameter(description = "Slug of the shop.", required = true) @QueryParam("shop") String shop,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        return export.page(shop, limit, pageToken);
    }
}
