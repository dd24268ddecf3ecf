package nl.etalage.content.library.boundary;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.FeedReader;
import nl.etalage.eventfeed.NewEvent;

/** Tells followers of what is due, batch after batch, each in a transaction of its own. */
@ApplicationScoped
class TellFeed {

    /** Most that a batch may tell of. */
    static final int BATCH = 100;

    /** The feed for services. */
    static final String WORK = "work";

    private final javax.sql.DataSource worker;
    private final EventFeed feed;
    private final FeedReader reader;

    TellFeed(@DataSource("worker") AgroalDataSource worker, EventFeed feed, FeedReader reader) {
        this.worker = worker;
        this.feed = feed;
        this.reader = reader;
    }

    /** Takes a batch of what is due. */
    interface Due {

        /** What is to be told; fewer than {@link #BATCH} when nothing more is due, or it has until the next round. */
        List<NewEvent> take(Connection connection) throws SQLException;
    }

    /**
     * One round: all that is due.
     *
     * @param what as it stands in the log when it fails
     */
    void all(String what, String to, Due due) {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean more = true;
                while (more) {
                    List<NewEvent> events = due.take(connection);
                    feed.append(connection, to, events);
                    connection.commit();
                    if (!events.isEmpty()) {
                        reader.wake(to);
                    }
                    more = events.size() == BATCH;
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(what + " can't be told: " + failure.getMessage(), failure);
        }
    }
}
