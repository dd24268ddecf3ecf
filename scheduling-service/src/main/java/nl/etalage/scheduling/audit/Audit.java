package nl.etalage.scheduling.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.scheduling.ops.Ids;

/** Writes down who did what, in the transaction that does it. Member ids only, never names. */
@ApplicationScoped
public class Audit {

    private static final String INSERT =
            "INSERT INTO audit (id, at, shop, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final Clock clock;
    private final Ids ids;

    Audit(DataSource dataSource, Clock clock, Ids ids) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * In the caller's JTA transaction.
     *
     * @param action such as {@code publication.approved}
     * @param subject such as {@code publication/<id>}
     */
    public void record(String shop, UUID actor, String action, String subject) {
        try (Connection connection = dataSource.getConnection()) {
            write(connection, new Entry(shop, actor, action, subject, null));
        } catch (SQLException failure) {
            throw new IllegalStateException("What was done could not be written down", failure);
        }
    }

    /** On a connection of the caller's own; for what workers do. */
    public void record(Connection connection, String shop, String action, String subject, String detail)
            throws SQLException {
        write(connection, new Entry(shop, null, action, subject, detail));
    }

    private record Entry(String shop, UUID actor, String action, String subject, String detail) {}

    private void write(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, ids.next());
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(3, entry.shop());
            insert.setObject(4, entry.actor());
            insert.setString(5, entry.action());
            insert.setString(6, entry.subject());
            insert.setString(7, entry.detail());
            insert.executeUpdate();
        }
    }
}
