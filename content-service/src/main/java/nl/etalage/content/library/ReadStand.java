package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/**
 * Asks the database how the libraries of shops stand. Who asks while it is being asked waits for the next time, together:
 * one look answers all who asked before it began, so that nobody gets an answer older than the question.
 */
@ApplicationScoped
class ReadStand {

    private static final String STAND = "SELECT replica, library, slug, own FROM library_stand(?, ?)";

    /** Few wait longer than one look for their turn; more at once would make that look long. */
    private static final int MOST_AT_ONCE = 200;

    private final DataSource dataSource;
    private final Clock clock;
    private final AskTogether<String, LibraryStand> together = new AskTogether<>(MOST_AT_ONCE, 1, this::answers);

    ReadStand(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Never blocks.
     *
     * @param shop slug; of a shop that isn't there nothing changes
     * @param then called on a worker thread with how it stands, or with what went wrong; quick
     */
    void of(String shop, BiConsumer<LibraryStand, Throwable> then) {
        together.ask(shop, then);
    }

    private List<LibraryStand> answers(List<String> shops) throws SQLException {
        Map<String, LibraryStand> stands = read(shops.stream().distinct().toArray(String[]::new));
        return shops.stream().map(stands::get).toList();
    }

    private Map<String, LibraryStand> read(String... shops) throws SQLException {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STAND)) {
            select.setArray(1, connection.createArrayOf("text", shops));
            select.setObject(2, now.atOffset(ZoneOffset.UTC));
            Map<String, LibraryStand> stands = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stands.put(
                            row.getString("slug"),
                            new LibraryStand(
                                    now, row.getLong("replica"), row.getString("library"), row.getLong("own")));
                }
            }
            return stands;
        }
    }
}
