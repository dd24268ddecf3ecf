package nl.etalage.content.library;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
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
    private final Queue<Asked> waiting = new ArrayDeque<>();
    private boolean looking;

    ReadStand(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    private record Asked(String shop, BiConsumer<LibraryStand, Throwable> then) {}

    /**
     * Never blocks.
     *
     * @param shop slug; of a shop that isn't there nothing changes
     * @param then called on a worker thread with how it stands, or with what went wrong; quick
     */
    void of(String shop, BiConsumer<LibraryStand, Throwable> then) {
        synchronized (this) {
            waiting.add(new Asked(shop, then));
            if (looking) {
                return;
            }
            looking = true;
        }
        try {
            Infrastructure.getDefaultWorkerPool().execute(this::look);
        } catch (RejectedExecutionException ending) {
            List<Asked> asked = next();
            looking(false);
            asked.forEach(one -> one.then().accept(null, ending));
        }
    }

    private synchronized void looking(boolean now) {
        looking = now;
    }

    private void look() {
        List<Asked> now = next();
        while (!now.isEmpty()) {
            answer(now);
            now = next();
        }
    }

    private synchronized List<Asked> next() {
        List<Asked> next = new ArrayList<>();
        while (!waiting.isEmpty() && next.size() < MOST_AT_ONCE) {
            next.add(waiting.remove());
        }
        looking = !next.isEmpty();
        return next;
    }

    private void answer(List<Asked> asked) {
        try {
            Map<String, LibraryStand> stands =
                    read(asked.stream().map(Asked::shop).distinct().toArray(String[]::new));
            asked.forEach(one -> one.then().accept(stands.get(one.shop()), null));
        } catch (SQLException | RuntimeException failure) {
            asked.forEach(one -> one.then().accept(null, failure));
        }
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
