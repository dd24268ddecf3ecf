package nl.etalage.scheduling.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.ops.Sql;

/** What a call means for the channel it was made on. */
final class Turns {

    private static final String RELEASE = "UPDATE turn SET publication = NULL, not_before = greatest(not_before, ?)"
            + " WHERE channel = ? AND publication = ?";
    private static final String HEALTHY = "UPDATE channel SET state = 'healthy', reason = NULL, version = version + 1"
            + " WHERE id = ? AND state IN ('new', 'failing')";
    private static final String FAILING =
            "UPDATE channel SET state = 'failing', reason = CAST(? AS jsonb), version = version + 1"
                    + " WHERE id = ? AND state IN ('new', 'healthy')";

    private Turns() {}

    /** The next publication may go out on the channel, not before a moment. */
    static void release(Connection connection, Job job, Instant notBefore) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RELEASE)) {
            Sql.set(update, 1, notBefore);
            update.setObject(2, job.channel());
            update.setObject(3, job.publication());
            update.executeUpdate();
        }
    }

    static void works(Connection connection, UUID channel) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(HEALTHY)) {
            update.setObject(1, channel);
            update.executeUpdate();
        }
    }

    static void fails(Connection connection, UUID channel, Remark why) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FAILING)) {
            Sql.setJson(update, 1, why);
            update.setObject(2, channel);
            update.executeUpdate();
        }
    }
}
