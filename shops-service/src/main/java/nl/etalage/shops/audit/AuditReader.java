package nl.etalage.shops.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.shops.access.Reach;

/** Reads the audit trail, newest first. */
@ApplicationScoped
class AuditReader {

    private static final String READ =
            """
            SELECT id, at, shop, member, integration, action, subject, changed, trace FROM audit
            WHERE (?::boolean OR shop = ANY (?)) AND (?::text IS NULL OR shop = ?) AND (?::uuid IS NULL OR id < ?)
            ORDER BY id DESC LIMIT ?""";

    private final DataSource dataSource;

    AuditReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Entries within reach.
     *
     * @param shop only of this shop; null for all within reach
     * @param before older than the entry with this id; null for the newest
     */
    List<AuditEntry> read(Reach reach, String shop, UUID before, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            select.setBoolean(1, reach.everywhere());
            select.setArray(2, connection.createArrayOf("text", reach.shops().toArray()));
            select.setString(3, shop);
            select.setString(4, shop);
            select.setObject(5, before);
            select.setObject(6, before);
            select.setInt(7, limit);
            List<AuditEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit trail can't be read", failure);
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("shop"),
                row.getObject("member", UUID.class),
                row.getObject("integration", UUID.class),
                row.getString("action"),
                row.getString("subject"),
                Arrays.asList((String[]) row.getArray("changed").getArray()),
                row.getString("trace"));
    }
}
