package nl.etalage.scheduling.audit;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.ops.Sql;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Who did what with a shop's channels and publications, newest first. For its managers. */
@Path("/api/v1/audit/delivery")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "audit")
public class AuditResource {

    private static final String LIST =
            "SELECT id, at, shop, actor, action, subject FROM audit WHERE shop = ? AND id < ? ORDER BY id DESC LIMIT ?";

    private final Access access;
    private final DataSource dataSource;

    AuditResource(Access access, DataSource dataSource) {
        this.access = access;
        this.dataSource = dataSource;
    }

    @GET
    public Page<AuditEntry> auditDelivery(
            @RestQuery String shop, @RestQuery Integer limit, @RestQuery String pageToken) {
        new InputCheck().required("#shop", shop).done();
        access.toRead().at(shop, Permission.CONNECT);
        PageRequest page = PageRequest.of(limit, pageToken, "audit " + shop);
        return page.page(list(shop, page), entry -> List.of(entry.id().toString()));
    }

    private List<AuditEntry> list(String shop, PageRequest page) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setString(1, shop);
            select.setObject(
                    2,
                    page.first()
                            ? new UUID(-1, -1)
                            : UUID.fromString(page.after().get(0)));
            select.setInt(3, page.limit() + 1);
            List<AuditEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new AuditEntry(
                            row.getObject("id", UUID.class),
                            Sql.instant(row, "at"),
                            row.getString("shop"),
                            row.getObject("actor", UUID.class),
                            row.getString("action"),
                            row.getString("subject")));
                }
            }
            return entries;
        } catch (SQLException failure) {
            throw new IllegalStateException("What was done could not be read", failure);
        }
    }
}
