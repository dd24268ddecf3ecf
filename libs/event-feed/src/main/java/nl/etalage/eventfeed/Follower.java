package nl.etalage.eventfeed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Follows one feed. The cursor moves in the transaction of the data and only from where this follower believes it to
 * be; another instance that was first makes it start again from where the cursor is.
 */
final class Follower implements Runnable {

    private static final Logger LOG = Logger.getLogger(Follower.class);

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    /** A source that answers a long poll with nothing at once would otherwise be asked without end. */
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long STOP_MILLIS = 5000;
    private static final int MAX_FAILURE_LENGTH = 300;

    private static final String CREATE_CURSOR =
            "INSERT INTO feed_cursor (feed, position, updated_at) VALUES (?, 0, ?) ON CONFLICT (feed) DO NOTHING";
    private static final String READ_CURSOR = "SELECT position FROM feed_cursor WHERE feed = ?";
    private static final String MOVE_CURSOR =
            "UPDATE feed_cursor SET position = ?, updated_at = ? WHERE feed = ? AND position = ?";

    private final FeedHandler handler;
    private final FeedClient client;
    private final DataSource dataSource;
    private final Clock clock;
    private final Thread thread;

    private boolean cursorKnown;
    private boolean caughtUp;

    /** Newest event whose handling failed, and the one that made the present step fail; 0 for none. */
    private long culprit;

    private long blamed;
    private int failures;
    private String loggedFailure;

    private volatile boolean stopping;
    private volatile long cursor;
    private volatile Instant lastContact;
    private volatile Instant currentAt;
    private volatile String failure;
    private volatile Instant failingSince;

    Follower(FeedHandler handler, FeedClient client, DataSource dataSource, Clock clock) {
        this.handler = handler;
        this.client = client;
        this.dataSource = dataSource;
        this.clock = clock;
        this.thread = new Thread(this, "feed-follower-" + handler.feed());
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((dead, error) -> die(error));
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        thread.interrupt();
    }

    void awaitStop() {
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    FollowerHealth health() {
        return new FollowerHealth(
                handler.feed(), cursor, lastContact, currentAt, failure, failingSince, clock.instant());
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                try {
                    step();
                    recover();
                } catch (IOException | SQLException | RuntimeException e) {
                    // Runtime exceptions are the handler's, and the token's; the event is kept and tried again.
                    if (!stopping) {
                        fail(e);
                        pause();
                    }
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws IOException, SQLException, InterruptedException {
        blamed = 0;
        if (!cursorKnown) {
            cursor = loadCursor();
            cursorKnown = true;
        }
        long asked = System.nanoTime();
        List<FeedEvent> batch = client.next(cursor, caughtUp);
        lastContact = clock.instant();
        if (!batch.isEmpty()) {
            apply(beforeCulprit(batch));
        } else {
            currentAt = lastContact;
            if (caughtUp && System.nanoTime() - asked < QUICK_NANOS) {
                TimeUnit.NANOSECONDS.sleep(QUICK_NANOS);
            }
            caughtUp = true;
        }
    }

    /** What comes before an event that failed is applied by itself, so that only that event and its successors wait. */
    private List<FeedEvent> beforeCulprit(List<FeedEvent> batch) {
        List<FeedEvent> harmless =
                batch.stream().filter(event -> event.position() < culprit).toList();
        return harmless.isEmpty() ? batch : harmless;
    }

    private void apply(List<FeedEvent> batch) throws SQLException {
        long last = batch.get(batch.size() - 1).position();
        if (applyInOneTransaction(batch, last)) {
            cursor = last;
        } else {
            cursor = loadCursor();
        }
        if (caughtUp && cursor >= last) {
            currentAt = clock.instant();
        }
        caughtUp &= batch.size() < FeedReader.MAX_BATCH;
    }

    private boolean applyInOneTransaction(List<FeedEvent> batch, long last) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                if (moveCursor(connection, last)) {
                    for (FeedEvent event : batch) {
                        applyOne(connection, event);
                    }
                    connection.commit();
                    committed = true;
                }
                return committed;
            } finally {
                if (!committed) {
                    rollback(connection);
                }
            }
        }
    }

    private void applyOne(Connection connection, FeedEvent event) throws SQLException {
        try {
            handler.apply(connection, event);
        } catch (SQLException | RuntimeException e) {
            culprit = event.position();
            blamed = culprit;
            throw e;
        }
    }

    /** First in the transaction: a second instance waits here, instead of doing the same work to throw it away. */
    private boolean moveCursor(Connection connection, long to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE_CURSOR)) {
            update.setLong(1, to);
            update.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            update.setString(3, handler.feed());
            update.setLong(4, cursor);
            return update.executeUpdate() == 1;
        }
    }

    private long loadCursor() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement create = connection.prepareStatement(CREATE_CURSOR);
                PreparedStatement select = connection.prepareStatement(READ_CURSOR)) {
            create.setString(1, handler.feed());
            create.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            create.executeUpdate();
            select.setString(1, handler.feed());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException connectionLost) {
            LOG.debugf(connectionLost, "The server rolls back what a lost connection left");
        }
    }

    private void recover() {
        failures = 0;
        failure = null;
        failingSince = null;
        if (loggedFailure != null) {
            loggedFailure = null;
            LOG.infof("Follows the feed %s again, from %d", handler.feed(), cursor);
        }
    }

    private void fail(Exception cause) {
        failures++;
        failure = describe(cause);
        if (failingSince == null) {
            failingSince = clock.instant();
        }
        caughtUp = false;
        // After a failed commit only the database knows where the cursor is.
        cursorKnown = false;
        // Messages of the client are few; those of handlers and databases may differ each time.
        String kind = cause instanceof IOException ? failure : cause.getClass().getName() + blamed;
        if (!kind.equals(loggedFailure)) {
            loggedFailure = kind;
            // A neighbour that is away needs no stack trace; a handler's or a database's trouble does.
            Exception trace = cause instanceof IOException ? null : cause;
            LOG.warnf(trace, "Can't follow the feed %s; trying until it works: %s", handler.feed(), failure);
        }
    }

    /** An error, such as no memory, isn't survived: the feed goes stale and says why. */
    private void die(Throwable error) {
        failure = "died: " + error;
        failingSince = clock.instant();
        LOG.errorf(error, "The follower of the feed %s has died; restart this service", handler.feed());
    }

    private String describe(Exception cause) {
        String line = (blamed == 0 ? "" : "event " + blamed + ": ") + cause;
        String oneLine = line.replaceAll("\\s+", " ");
        return oneLine.substring(0, Math.min(oneLine.length(), MAX_FAILURE_LENGTH));
    }

    private void pause() throws InterruptedException {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures, 10));
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
