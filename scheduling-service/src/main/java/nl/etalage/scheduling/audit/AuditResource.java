package nl.etalage.scheduling.audit;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.etalage.audittrail.AuditLine;
import nl.etalage.audittrail.AuditTable;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.access.Standing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Who did what with channels and publications, and who was refused what. */
@Path("/api/v1/audit/delivery")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "audit")
public class AuditResource {

    private final Access access;
    private final AuditTable table;

    AuditResource(Access access, AuditTable table) {
        this.access = access;
        this.table = table;
    }

    @GET
    @Operation(
            summary = "Read the audit trail",
            description =
                    "Newest first: what was done, and what was refused. A manager reads about the own shops, an admin"
                            + " about all and the network.")
    public Page<AuditLine> auditDelivery(
            @Parameter(description = "Only about the shop with this slug.") @RestQuery String shop,
            @RestQuery Integer limit,
            @RestQuery String pageToken) {
        Standing standing = access.toAudit();
        PageRequest page = PageRequest.of(limit, pageToken, "audit " + shop);
        UUID before = page.first() ? null : UUID.fromString(page.after().get(0));
        return page.page(
                table.read(standing.admin(), standing.shopsWith(Permission.CONNECT), shop, before, page.limit() + 1),
                line -> List.of(line.id().toString()));
    }
}
