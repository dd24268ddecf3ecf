package nl.etalage.shops.audit;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.etalage.audittrail.AuditLine;
import nl.etalage.audittrail.AuditTable;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.access.Visitor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what to shops, members and integrations, and who was refused what. */
@Path("/api/v1/audit/shops")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class AuditResource {

    private final AuditTable table;
    private final Visitor visitor;

    AuditResource(AuditTable table, Visitor visitor) {
        this.table = table;
        this.visitor = visitor;
    }

    @GET
    @Allowed(Permission.READ_AUDIT)
    @Operation(
            summary = "Read the audit trail",
            description =
                    "Newest first: what was done, and what was refused. A manager reads about the own shops, an admin"
                            + " about all and the network.")
    public Page<AuditLine> listAudit(
            @Parameter(description = "Only about the shop with this slug.") @QueryParam("shop") String shop,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        PageRequest page = PageRequest.of(limit, pageToken, "audit of " + shop);
        UUID before = page.first() ? null : UUID.fromString(page.after().get(0));
        return page.page(
                table.read(visitor.reach().everywhere(), visitor.reach().shops(), shop, before, page.limit() + 1),
                line -> List.of(line.id().toString()));
    }
}
