package nl.etalage.shops.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.shops.ops.Ids;

/** Puts a mail in line, in the transaction of what it tells about: it is sent when that is true and not otherwise. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT =
            "INSERT INTO mail (id, kind, target, due_at, created_at) VALUES (?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final Clock clock;
    private final Ids ids;

    Outbox(DataSource dataSource, Clock clock, Ids ids) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.ids = ids;
    }

    /** A mail to send at once. */
    public void put(MailKind kind, UUID target) {
        put(kind, target, clock.instant());
    }

    /** A mail to send at a moment, if it is needed then. */
    public void put(MailKind kind, UUID target, Instant due) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, ids.next());
            insert.setString(2, kind.word());
            insert.setObject(3, target);
            insert.setObject(4, due.atOffset(ZoneOffset.UTC));
            insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("A mail can't be put in line", failure);
        }
    }
}
