package nl.etalage.content.audit;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.rowsecurity.RowSecurity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what with stories, pictures, campaigns and adaptations. */
@Path("/api/v1/audit/content")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class AuditResource {

    private static final String PAGE =
            """
            SELECT id, at, actor, shop, what, target, trace FROM audit
            WHERE id < ? AND (CAST(? AS text) IS NULL OR shop = ?) ORDER BY id DESC LIMIT ?""";

    private final CurrentAccess access;
    private final RowSecurity rowSecurity;
    private final DataSource dataSource;

    AuditResource(CurrentAccess access, RowSecurity rowSecurity, DataSource dataSource) {
        this.access = access;
        this.rowSecurity = rowSecurity;
        this.dataSource = dataSource;
    }

    @GET
    @Transactional
    @Operation(summary = "Read who did what", description = "Newest first, for an admin.")
    public Page<AuditLine> readAudit(
            @QueryParam("shop") String shop,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        access.get().requireCentral(CentralRole.ADMIN);
        rowSecurity.enterAll();
        PageRequest page = PageRequest.of(limit, pageToken, "audit|" + shop);
        return page.page(lines(shop, page), line -> List.of(line.id().toString()));
    }

    private List<AuditLine> lines(String shop, PageRequest page) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setObject(
                    1,
                    page.first()
                            ? new UUID(-1, -1)
                            : UUID.fromString(page.after().get(0)));
            select.setString(2, shop);
            select.setString(3, shop);
            select.setInt(4, page.limit() + 1);
            List<AuditLine> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new AuditLine(
                            row.getObject("id", UUID.class),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("actor"),
                            row.getString("shop"),
                            row.getString("what"),
                            row.getString("target"),
                            row.getString("trace")));
                }
            }
            return lines;
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit can't be read", failure);
        }
    }
}
