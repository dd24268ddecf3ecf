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
    private final LastStand last;
    private Seen seen;
    private boolean presumed;

    CurrentStand(DataSource dataSource, Clock clock, LastStand last) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.last = last;
    }

    private record Seen(ReplicaMemory.Stand replica, long themes) {}

    /** Takes it to be as the last request saw it that looked; false when there was none, or this one looked already. */
    boolean presume() {
        LastStand.Versions known = last.seen();
        if (known != null && seen == null) {
            seen = new Seen(new ReplicaMemory.Stand(known.replica(), clock.instant()), known.themes());
            presumed = true;
        }
        return presumed;
    }

    /** Whoever asks next has it looked at. */
    void forget() {
        seen = null;
        presumed = false;
    }

    /** Whether nobody looked: a write must then make sure itself that this is how it stands. */
    public boolean presumed() {
        return presumed;
    }

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
                LastStand.Versions found = new LastStand.Versions(row.getLong("replica"), row.getLong("themes"));
                last.saw(found);
                seen = new Seen(new ReplicaMemory.Stand(found.replica(), clock.instant()), found.themes());
            } catch (SQLException failure) {
                throw new IllegalStateException("What is kept of other services can't be read", failure);
            }
        }
        return seen;
    }
}
