package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Since when the newest so many stories appeared: where a search looks first, because what it ranks are the newest that
 * match. A guess that may be an hour old; whoever uses it must look further when it holds too little.
 */
@ApplicationScoped
class RecentStories {

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private static final String SINCE =
            "SELECT appeared_at FROM library_item ORDER BY appeared_at DESC, story DESC OFFSET ? LIMIT 1";

    private final LibrarySettings settings;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, List.of());

    RecentStories(LibrarySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(Instant read, List<Instant> starts) {}

    /** From short ago to long; none where there are fewer stories than that. */
    List<Instant> starts(Connection connection) throws SQLException {
        Instant now = clock.instant();
        Known last = known;
        if (now.isBefore(last.read()) || !now.isBefore(last.read().plus(GOOD_FOR))) {
            last = new Known(now, read(connection));
            known = last;
        }
        return last.starts();
    }

    private List<Instant> read(Connection connection) throws SQLException {
        List<Instant> starts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SINCE)) {
            for (int stories : settings.searchWindows()) {
                select.setInt(1, stories);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        starts.add(row.getObject(1, OffsetDateTime.class).toInstant());
                    }
                }
            }
        }
        return List.copyOf(starts);
    }
}
