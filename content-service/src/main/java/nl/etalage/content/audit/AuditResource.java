package nl.etalage.content.audit;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.audittrail.AuditLine;
import nl.etalage.audittrail.AuditTable;
import nl.etalage.content.access.Access;
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;
import nl.etalage.rowsecurity.RowSecurity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what with stories, pictures, campaigns and adaptations, and who was refused what. */
@Path("/api/v1/audit/content")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class AuditResource {

    private final CurrentAccess access;
    private final RowSecurity rowSecurity;
    private final AuditTable table;

    AuditResource(CurrentAccess access, RowSecurity rowSecurity, AuditTable table) {
        this.access = access;
        this.rowSecurity = rowSecurity;
        this.table = table;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Read the audit trail",
            description =
                    "Newest first: what was done, and what was refused. A manager reads about the own shops, an admin"
                            + " about all and the network.")
    public Page<AuditLine> readAudit(
            @Parameter(description = "Only about the shop with this slug.") @QueryParam("shop") String shop,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        Access caller = access.get();
        boolean everywhere = caller.inCentral(CentralRole.ADMIN);
        Set<String> managed = caller.managed();
        if (everywhere) {
            rowSecurity.enterAll();
        } else if (managed.isEmpty()) {
            throw HttpProblem.FORBIDDEN.because();
        } else {
            rowSecurity.enter(managed);
        }
        PageRequest page = PageRequest.of(limit, pageToken, "audit|" + shop);
        UUID before = page.first() ? null : UUID.fromString(page.after().get(0));
        return page.page(
                table.read(everywhere, managed, shop, before, page.limit() + 1),
                line -> List.of(line.id().toString()));
    }
}
