package nl.etalage.scheduling.ops;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.NewEvent;
import nl.etalage.scheduling.feed.PublicationChanged;

/**
 * Short transactions of background work, as the worker role, which sees every shop. What a transaction tells our feed is
 * written last, because that row is everyone's.
 */
@ApplicationScoped
public class WorkerDatabase {

    private final javax.sql.DataSource dataSource;
    private final FeedAppender feed;

    @Inject
    WorkerDatabase(@DataSource("worker") AgroalDataSource dataSource, EventFeed feed) {
        this(dataSource, (connection, events) -> feed.append(connection, PublicationChanged.FEED, events));
    }

    /** On another database; also for tests. */
    public WorkerDatabase(javax.sql.DataSource dataSource, FeedAppender feed) {
        this.dataSource = dataSource;
        this.feed = feed;
    }

    /** Writes events at the end of a transaction. */
    @FunctionalInterface
    public interface FeedAppender {
        void append(Connection connection, List<NewEvent> events) throws SQLException;
    }

    /** What happens in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection, Consumer<NewEvent> tell) throws SQLException;
    }

    /**
     * Runs the work and commits; rolls back when it throws.
     *
     * @throws IllegalStateException when the database refuses or is away
     */
    public <T> T transaction(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<NewEvent> events = new ArrayList<>();
                T result = work.in(connection, events::add);
                if (!events.isEmpty()) {
                    feed.append(connection, events);
                }
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Background work could not be written: " + failure.getMessage(), failure);
        }
    }
}
