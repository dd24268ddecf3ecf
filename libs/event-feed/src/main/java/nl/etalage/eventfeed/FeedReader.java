package nl.etalage.eventfeed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads feeds and waits for what comes. Positions in one feed are visible in order: who has read up to a position has
 * missed nothing before it. A position that compaction removed is still a good place to go on from.
 *
 * <p>One thread per feed tails new events into memory, from the first request until nobody asked for half a minute.
 * Requests that wait cost no thread and, when they are nearly caught up, no query.
 */
@ApplicationScoped
public class FeedReader {

    /** Most events in one answer. */
    public static final int MAX_BATCH = 1000;

    /** Longest wait: proxies on the way cut quiet connections after a minute or so. */
    public static final Duration MAX_WAIT = Duration.ofSeconds(30);

    /** A service has one feed, or two; a name that comes from outside must not start threads without end. */
    private static final int MAX_FEEDS = 16;

    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final int QUERY_TIMEOUT_SECONDS = 10;

    private static final String READ =
            """
            SELECT position, type, subject, time, data FROM event
            WHERE feed = ? AND position > ? ORDER BY position LIMIT ?""";
    private static final String POSITION = "SELECT position FROM event_feed WHERE name = ?";

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final String source;
    private final Map<String, FeedTail> tails = new ConcurrentHashMap<>();
    private final FeedTail.Room room = new FeedTail.Room();

    FeedReader(
            DataSource dataSource,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String applicationName) {
        this.dataSource = dataSource;
        this.json = json;
        this.source = "/" + applicationName;
    }

    /**
     * Reads from the database, on the caller's thread.
     *
     * @param after the last position known, 0 for the start
     * @param limit 1 to {@link #MAX_BATCH}
     * @return events in order of position
     * @throws IllegalStateException when the database can't be read
     */
    public List<FeedEvent> read(String feed, long after, int limit) {
        requireRange(feed, after, limit);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            select.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
            select.setString(1, feed);
            select.setLong(2, after);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                List<FeedEvent> events = new ArrayList<>();
                while (row.next()) {
                    events.add(toEvent(row));
                }
                return events;
            }
        } catch (SQLException e) {
            throw unreadable(feed, e);
        }
    }

    /**
     * The newest position of a feed, 0 while it is empty; read on the caller's thread.
     *
     * @throws IllegalStateException when the database can't be read
     */
    public long position(String feed) {
        EventFeed.requireName(feed);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(POSITION)) {
            select.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
            select.setString(1, feed);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw unreadable(feed, e);
        }
    }

    /**
     * Waits for events, without a thread. Completes on a worker thread: at once when there are matching events, else
     * when they come, else with an empty list. It fails with {@link RejectedExecutionException} when 20,000 wait
     * already, and with {@link IllegalStateException} when the database can't be read. Cancelling the stage's future
     * gives up the wait.
     *
     * @param after   the last position known, 0 for the start
     * @param timeout how long to wait, at most {@link #MAX_WAIT}; zero reads once
     * @param filter  what to wait for; quick, without blocking, for it runs on the thread that serves all who wait
     * @param limit   1 to {@link #MAX_BATCH}
     */
    public CompletionStage<List<FeedEvent>> await(
            String feed, long after, Duration timeout, Predicate<FeedEvent> filter, int limit) {
        return waiting(feed, after, timeout, filter, limit);
    }

    /**
     * The whole of an http-feeds GET. Never blocks the caller's thread; see {@link #await} for how it completes.
     *
     * @param lastEventId   the last position known in decimal digits, or null for the start
     * @param timeoutMillis how long to wait when there is nothing yet, 0 to 30000; null answers at once
     * @return at most {@link #MAX_BATCH} events
     * @throws InvalidFeedRequestException when a parameter is outside its range
     */
    public CompletionStage<List<CloudEvent>> serve(String feed, String lastEventId, Long timeoutMillis) {
        long after = lastEventId == null ? 0 : InvalidFeedRequestException.requirePosition(lastEventId);
        Duration timeout = timeoutMillis == null ? Duration.ZERO : requireTimeout(timeoutMillis);
        CompletableFuture<List<FeedEvent>> events = waiting(feed, after, timeout, event -> true, MAX_BATCH);
        CompletableFuture<List<CloudEvent>> answer = events.thenApply(found ->
                found.stream().map(event -> CloudEvent.of(source, event)).toList());
        var unused = answer.whenComplete((batch, failure) -> {
            if (answer.isCancelled()) {
                events.cancel(false);
            }
        });
        return answer;
    }

    /** Looks for new events at once, after a commit that this library didn't see. */
    public void wake(String feed) {
        FeedTail tail = tails.get(feed);
        if (tail != null) {
            tail.wake();
        }
    }

    /** How many requests wait now. */
    public int waiting() {
        return room.taken();
    }

    void stop(@Observes ShutdownEvent event) {
        tails.values().forEach(FeedTail::stop);
        room.close();
    }

    private CompletableFuture<List<FeedEvent>> waiting(
            String feed, long after, Duration timeout, Predicate<FeedEvent> filter, int limit) {
        requireRange(feed, after, limit);
        if (timeout.isNegative() || timeout.compareTo(MAX_WAIT) > 0) {
            throw new InvalidFeedRequestException("A wait is 0 to 30000 milliseconds.");
        }
        Waiter waiter = new Waiter(after, filter, limit);
        if (timeout.isZero()) {
            Infrastructure.getDefaultWorkerPool().execute(() -> readOnce(feed, waiter));
        } else {
            tail(feed).await(waiter, timeout);
        }
        return waiter.answer();
    }

    private FeedTail tail(String feed) {
        FeedTail tail = tails.get(feed);
        if (tail != null) {
            return tail;
        }
        if (tails.size() >= MAX_FEEDS) {
            throw new InvalidFeedRequestException("There is no such feed.");
        }
        return tails.computeIfAbsent(feed, name -> new FeedTail(name, source(name), room, IDLE));
    }

    private FeedTail.Source source(String feed) {
        return new FeedTail.Source() {
            @Override
            public List<FeedEvent> read(long after, int limit) {
                return FeedReader.this.read(feed, after, limit);
            }

            @Override
            public long position() {
                return FeedReader.this.position(feed);
            }
        };
    }

    private void readOnce(String feed, Waiter waiter) {
        if (!waiter.readOn(source(feed), Runnable::run)) {
            waiter.answer().complete(List.of());
        }
    }

    private FeedEvent toEvent(ResultSet row) throws SQLException {
        try {
            return new FeedEvent(
                    row.getLong("position"),
                    row.getString("type"),
                    row.getString("subject"),
                    row.getObject("time", OffsetDateTime.class).toInstant(),
                    json.readTree(row.getString("data")));
        } catch (JsonProcessingException e) {
            throw new SQLException("jsonb that isn't JSON", e);
        }
    }

    private static void requireRange(String feed, long after, int limit) {
        EventFeed.requireName(feed);
        if (after < 0) {
            throw new InvalidFeedRequestException("A position in a feed is 0 or more.");
        }
        if (limit < 1 || limit > MAX_BATCH) {
            throw new InvalidFeedRequestException("A batch has 1 to " + MAX_BATCH + " events.");
        }
    }

    private static Duration requireTimeout(long millis) {
        if (millis < 0 || millis > MAX_WAIT.toMillis()) {
            throw new InvalidFeedRequestException("A timeout is 0 to 30000 milliseconds.");
        }
        return Duration.ofMillis(millis);
    }

    private static IllegalStateException unreadable(String feed, SQLException cause) {
        return new IllegalStateException("The feed " + feed + " can't be read now", cause);
    }
}
