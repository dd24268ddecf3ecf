package nl.etalage.eventfeed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Appends events to feeds, in the caller's transaction: they are there when its changes are, and not when it rolls
 * back.
 *
 * <p>Positions come from a counter row per feed, which the writer keeps locked until its commit. So positions become
 * visible in order, without holes, and a reader that remembers the last one misses nothing; a sequence can't do that.
 * The price is that writers of one feed commit one after the other, which is why the row is taken as late as possible.
 * Needs isolation {@code READ COMMITTED}, PostgreSQL's default.
 *
 * <p>The name of a feed is 1 to 63 lower-case letters, digits and hyphens.
 */
@ApplicationScoped
public class EventFeed {

    private static final String BUFFER = EventFeed.class.getName() + ".buffer";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");

    /** Events hold ids and states; this leaves room, and keeps 1000 of them well within what a follower accepts. */
    private static final int MAX_DATA_BYTES = 16 * 1024;

    private static final String TAKE_POSITIONS =
            """
            INSERT INTO event_feed (name, position) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET position = event_feed.position + EXCLUDED.position
            RETURNING position""";
    private static final String INSERT_EVENT =
            """
            INSERT INTO event (feed, position, type, subject, time, data)
            VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb))""";

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper json;
    private final Clock clock;
    private final FeedReader reader;

    EventFeed(
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            ObjectMapper json,
            Clock clock,
            FeedReader reader) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.reader = reader;
    }

    /**
     * Appends in the caller's JTA transaction, on the default datasource. The event is held until the transaction is
     * about to commit and is written after everything else, feeds in alphabetical order so that two transactions never
     * wait for each other.
     *
     * @throws IllegalStateException    when there is no transaction
     * @throws IllegalArgumentException when the data isn't JSON or is too big, or the feed's name is none
     */
    public void append(String feed, NewEvent event) {
        requireName(feed);
        int status = transactions.getTransactionStatus();
        if (status == Status.STATUS_MARKED_ROLLBACK) {
            return;
        }
        if (status != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event is appended in the transaction that makes its change, and here"
                    + " is none: " + event.type());
        }
        buffer().computeIfAbsent(feed, name -> new ArrayList<>()).add(encode(event));
    }

    /**
     * Appends on a connection of the caller's own, with autocommit off; for background work. Writes at once and locks
     * the feed until the commit: call it last, and for more than one feed in alphabetical order. Readers on this
     * instance notice within 200 ms, or at once after {@link FeedReader#wake}.
     *
     * @throws IllegalStateException    when the connection commits by itself
     * @throws IllegalArgumentException when the data isn't JSON or is too big, or the feed's name is none
     */
    public void append(Connection connection, String feed, List<NewEvent> events) throws SQLException {
        requireName(feed);
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("Events are appended with autocommit off, together with their change");
        }
        if (!events.isEmpty()) {
            write(connection, feed, events.stream().map(this::encode).toList());
        }
    }

    private Map<String, List<Encoded>> buffer() {
        @SuppressWarnings("unchecked")
        Map<String, List<Encoded>> existing = (Map<String, List<Encoded>>) transactions.getResource(BUFFER);
        if (existing != null) {
            return existing;
        }
        Map<String, List<Encoded>> buffer = new TreeMap<>();
        transactions.putResource(BUFFER, buffer);
        transactions.registerInterposedSynchronization(new Write(buffer));
        return buffer;
    }

    private Encoded encode(NewEvent event) {
        try {
            String data = json.writeValueAsString(event.data());
            if (data.getBytes(StandardCharsets.UTF_8).length > MAX_DATA_BYTES) {
                throw new IllegalArgumentException(
                        "The data of an event is at most " + MAX_DATA_BYTES + " bytes: " + event.type());
            }
            return new Encoded(event.type(), event.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS), data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The data of an event has no JSON form: " + event.type(), e);
        }
    }

    private static void write(Connection connection, String feed, List<Encoded> events) throws SQLException {
        long position = takePositions(connection, feed, events.size());
        try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENT)) {
            for (Encoded event : events) {
                insert.setString(1, feed);
                insert.setLong(2, position++);
                insert.setString(3, event.type());
                insert.setString(4, event.subject());
                insert.setObject(5, event.time().atOffset(ZoneOffset.UTC));
                insert.setString(6, event.data());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static long takePositions(Connection connection, String feed, int count) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE_POSITIONS)) {
            take.setString(1, feed);
            take.setLong(2, count);
            try (ResultSet row = take.executeQuery()) {
                row.next();
                return row.getLong(1) - count + 1;
            }
        }
    }

    static void requireName(String feed) {
        if (feed == null || !NAME.matcher(feed).matches()) {
            throw new InvalidFeedRequestException("There is no such feed.");
        }
    }

    private record Encoded(String type, String subject, Instant time, String data) {}

    /**
     * Interposed synchronizations come after the others, and so after Hibernate's, which flushes: the feed is locked only
     * when all else is done and all other locks are held.
     */
    private final class Write implements Synchronization {

        private final Map<String, List<Encoded>> buffer;

        Write(Map<String, List<Encoded>> buffer) {
            this.buffer = buffer;
        }

        @Override
        public void beforeCompletion() {
            transactions.putResource(BUFFER, null);
            try (Connection connection = dataSource.getConnection()) {
                for (Map.Entry<String, List<Encoded>> feed : buffer.entrySet()) {
                    write(connection, feed.getKey(), feed.getValue());
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The events of this transaction can't be written", e);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                buffer.keySet().forEach(reader::wake);
            }
        }
    }
}
