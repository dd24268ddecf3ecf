package nl.etalage.audittrail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The table {@code audit}, see {@code audit-trail.sql}. The application can add to it and read it, nothing else. */
@ApplicationScoped
public class AuditTable {

    private static final String INSERT =
            """
            INSERT INTO audit (id, at, shop, member, client, action, subject, changed, outcome, status, unwritten,
                               origin, trace)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_WITH =
            """
            WITH written AS (%s RETURNING 1)
            INSERT INTO audit (id, at, shop, member, client, action, subject, changed, outcome, status, unwritten,
                               origin, trace)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT FROM written)""";
    private static final String READ =
            """
            SELECT id, at, shop, member, client, action, subject, changed, outcome, status, unwritten, origin, trace
            FROM audit
            WHERE (?::boolean OR shop = ANY (?)) AND (?::text IS NULL OR shop = ?) AND (?::uuid IS NULL OR id < ?)
            ORDER BY id DESC LIMIT ?""";

    private final DataSource dataSource;

    AuditTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Lines a reader may see, newest first. Row-level security must have been entered for as much.
     *
     * @param everywhere whether the reader sees every shop and the network; then {@code shops} says nothing
     * @param shops the shops whose trail the reader may see
     * @param shop only of this shop; null for all the reader may see
     * @param before older than the line with this id; null for the newest
     * @param limit most lines
     * @throws IllegalStateException when the database can't be read
     */
    public List<AuditLine> read(boolean everywhere, Set<String> shops, String shop, UUID before, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            select.setBoolean(1, everywhere);
            select.setArray(2, connection.createArrayOf("text", shops.toArray()));
            select.setString(3, shop);
            select.setString(4, shop);
            select.setObject(5, before);
            select.setObject(6, before);
            select.setInt(7, limit);
            List<AuditLine> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
            return lines;
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit trail can't be read", failure);
        }
    }

    void append(AuditLine line) {
        try (Connection connection = dataSource.getConnection()) {
            append(connection, line);
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit trail can't be written", failure);
        }
    }

    void append(Connection connection, AuditLine line) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(connection, insert, 0, line);
            insert.executeUpdate();
        }
    }

    boolean appendWith(String write, AuditTrail.Bound bound, AuditLine line) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement both = connection.prepareStatement(INSERT_WITH.formatted(write))) {
            bind(connection, both, bound.to(both), line);
            return both.executeUpdate() > 0;
        } catch (SQLException failure) {
            throw new IllegalStateException("This and its line in the audit trail can't be written", failure);
        }
    }

    private static void bind(Connection connection, PreparedStatement insert, int before, AuditLine line)
            throws SQLException {
        insert.setObject(before + 1, line.id());
        insert.setObject(before + 2, line.at().atOffset(ZoneOffset.UTC));
        insert.setString(before + 3, line.shop());
        insert.setObject(before + 4, line.member());
        insert.setString(before + 5, line.client());
        insert.setString(before + 6, line.action());
        insert.setString(before + 7, line.subject());
        insert.setArray(
                before + 8, connection.createArrayOf("text", line.changed().toArray()));
        insert.setString(before + 9, line.outcome().word());
        insert.setObject(before + 10, line.status());
        insert.setInt(before + 11, line.unwritten());
        insert.setString(before + 12, line.origin());
        insert.setString(before + 13, line.trace());
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("shop"),
                row.getObject("member", UUID.class),
                row.getString("client"),
                row.getString("action"),
                row.getString("subject"),
                Arrays.asList((String[]) row.getArray("changed").getArray()),
                AuditLine.Outcome.of(row.getString("outcome")),
                row.getObject("status", Integer.class),
                row.getInt("unwritten"),
                row.getString("origin"),
                row.getString("trace"));
    }
}
