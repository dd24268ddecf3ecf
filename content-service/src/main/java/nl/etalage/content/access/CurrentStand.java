package nl.etalage.content.access;

import jakarta.enterprise.context.RequestScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * Looks once per request how often what is kept of other services, and the list of themes, changed. What was read before
 * holds for as long as that is the same.
 */
@RequestScoped
public class CurrentStand {

    private static final String STAND =
            "SELECT r.version AS replica, t.version AS themes FROM replica_stand r CROSS JOIN theme_stand t";

    private final DataSource dataSource;
    private final Clock clock;
    private Seen seen;

    CurrentStand(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    private record Seen(ReplicaMemory.Stand replica, long themes) {}

    /** As it was at the first look. */
    public ReplicaMemory.Stand replica() {
        return seen().replica();
    }

    /** How often the list of themes had changed at the first look. */
    public long themes() {
        return seen().themes();
    }

    private Seen seen() {
        if (seen == null) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement select = connection.prepareStatement(STAND);
                    ResultSet row = select.executeQuery()) {
                row.next();
                seen = new Seen(
                        new ReplicaMemory.Stand(row.getLong("replica"), clock.instant()), row.getLong("themes"));
            } catch (SQLException failure) {
                throw new IllegalStateException("What is kept of other services can't be read", failure);
            }
        }
        return seen;
    }
}
