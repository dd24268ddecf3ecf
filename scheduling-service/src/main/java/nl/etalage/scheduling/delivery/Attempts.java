package nl.etalage.scheduling.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.ops.Sql;

/** Writes attempts down: before the call, and what came of it after. */
final class Attempts {

    private static final String BEGIN =
            """
            INSERT INTO attempt (id, publication, shop, number, kind, key, worker, started_at)
            SELECT ?, p.id, p.shop, (SELECT coalesce(max(number), 0) + 1 FROM attempt WHERE publication = p.id),
                   ?, p.key, ?, ?
              FROM publication p WHERE p.id = ?""";
    private static final String END = "UPDATE attempt SET finished_at = ?, outcome = ?, detail = CAST(? AS jsonb)"
            + " WHERE id = ? AND finished_at IS NULL";

    private Attempts() {}

    /** The caller holds the publication's row, so numbers don't collide. */
    static void begin(Connection connection, UUID attempt, UUID publication, String kind, String worker, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setObject(1, attempt);
            insert.setString(2, kind);
            insert.setString(3, worker);
            Sql.set(insert, 4, now);
            insert.setObject(5, publication);
            insert.executeUpdate();
        }
    }

    static void end(Connection connection, UUID attempt, String outcome, Remark detail, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            Sql.set(update, 1, now);
            update.setString(2, outcome);
            Sql.setJson(update, 3, detail);
            update.setObject(4, attempt);
            update.executeUpdate();
        }
    }
}
