package nl.etalage.scheduling.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.scheduling.ops.Ids;
import nl.etalage.scheduling.ops.Sql;

/** Puts a mail in line, in the transaction of what it tells about: it is sent when that is true and not otherwise. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT =
            """
            INSERT INTO mail (id, shop, kind, publication, notice, number, due_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Ids ids;

    /** Also for tests. */
    public Outbox(Ids ids) {
        this.ids = ids;
    }

    /** A mail about a publication; the number tells a second reminder from the first. */
    public void about(Connection connection, MailKind kind, String shop, UUID publication, int number, Instant now)
            throws SQLException {
        put(connection, new Line(shop, kind, publication, null, number), now);
    }

    /** A mail about a notice. */
    public void notice(Connection connection, String shop, UUID notice, Instant now) throws SQLException {
        put(connection, new Line(shop, MailKind.NOTICE, null, notice, 1), now);
    }

    private record Line(String shop, MailKind kind, UUID publication, UUID notice, int number) {}

    private void put(Connection connection, Line line, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, ids.next());
            insert.setString(2, line.shop());
            insert.setString(3, line.kind().word());
            insert.setObject(4, line.publication());
            insert.setObject(5, line.notice());
            insert.setInt(6, line.number());
            Sql.set(insert, 7, now);
            Sql.set(insert, 8, now);
            insert.executeUpdate();
        }
    }
}
