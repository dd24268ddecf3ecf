package nl.etalage.eventfeed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.etalage.testing.ServicePostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many writers, slow ones, ones that roll back and ones whose connection dies, against readers that never stop asking.
 * The truth is the table {@code fact}: a row stands there if and only if the transaction of its event committed.
 */
@QuarkusTest
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "example"))
class FeedConsistencyTest {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 150;
    private static final int SUBJECTS = 5;

    @Inject
    EventFeed feeds;

    @Inject
    FeedReader reader;

    @Inject
    AgroalDataSource application;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    ExampleService service;

    @TestHTTPResource("/events")
    URI events;

    private final String feed = ExampleService.newName("chaos");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean written = new AtomicBoolean();
    private final AtomicInteger rolledBack = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();

    @BeforeEach
    void startAfresh() throws SQLException {
        Logger.getLogger(Follower.class.getName()).setLevel(Level.SEVERE);
        service.asSuperuser("TRUNCATE fact, subject, bare_event, copy");
        for (int subject = 0; subject < SUBJECTS; subject++) {
            service.asSuperuser("INSERT INTO subject VALUES ('subject/" + subject + "', 0)");
        }
    }

    @AfterEach
    void stop() {
        Logger.getLogger(Follower.class.getName()).setLevel(null);
        threads.shutdownNow();
        worker.flush(AgroalDataSource.FlushMode.ALL);
        application.flush(AgroalDataSource.FlushMode.ALL);
    }

    @Test
    void noEventIsMissedOrDoubledWhateverHappensToWritersReadersAndFollowers() throws Exception {
        List<CompletableFuture<List<FeedEvent>>> readers = List.of(
                supply(() -> readUntilDone(after -> reader.read(feed, after, 7))),
                supply(() -> readUntilDone(after -> reader.read(feed, after, 1000))),
                supply(() -> readUntilDone(after -> waitAndRead(after))));
        CompletableFuture<Void> followers = CompletableFuture.runAsync(this::followWithCrashes, threads);

        write(number -> number % 2 == 0 ? this::appendByJdbc : this::appendByJta);

        List<String> facts = service.query("SELECT subject || ' ' || sequence FROM fact ORDER BY subject, sequence");
        assertTrue(rolledBack.get() > 50 && killed.get() > 10, rolledBack + " rolled back, " + killed + " killed");
        for (CompletableFuture<List<FeedEvent>> read : readers) {
            assertSameHistory(facts, read.get(60, TimeUnit.SECONDS));
        }
        followers.get(60, TimeUnit.SECONDS);
        assertEquals(
                facts,
                service.query("SELECT subject || ' ' || sequence FROM copy ORDER BY subject, sequence"),
                "what the followers keep");
        assertEquals(
                List.of(),
                service.query(
                        "SELECT c.n FROM copy c JOIN copy d USING (feed) WHERE c.n < d.n AND c.position >= d.position"),
                "followers kept events out of order");
    }

    /** The same writers and the same reader, with a bare sequence: the test above is able to fail. */
    @Test
    void aBareSequenceMissesEventsUnderTheSameLoad() throws Exception {
        CompletableFuture<List<FeedEvent>> read = supply(() -> readUntilDone(this::readBare));

        write(number -> this::appendBare);

        int facts = Integer.parseInt(service.query("SELECT count(*) FROM fact").get(0));
        int seen = read.get(60, TimeUnit.SECONDS).size();
        assertTrue(seen < facts, "a reader of a bare sequence saw all " + facts + " events");
    }

    private void assertSameHistory(List<String> facts, List<FeedEvent> events) {
        assertEquals(
                LongStream.rangeClosed(1, facts.size()).boxed().toList(),
                events.stream().map(FeedEvent::position).toList(),
                "positions without holes, in order, each once");
        for (int number = 0; number < SUBJECTS; number++) {
            String subject = "subject/" + number;
            assertEquals(
                    facts.stream()
                            .filter(fact -> fact.startsWith(subject + " "))
                            .map(fact -> fact.split(" ")[1])
                            .map(Long::valueOf)
                            .sorted()
                            .toList(),
                    events.stream()
                            .filter(event -> event.subject().equals(subject))
                            .map(event -> event.data().get("sequence").longValue())
                            .toList(),
                    "the order of " + subject);
        }
    }

    // ---- writers

    /** Adds one fact and its event in one transaction, and does what fate wants just before the commit. */
    private interface Append {
        void append(String subject, Fate fate) throws SQLException;
    }

    private enum Fate {
        COMMIT,
        SLOW,
        ROLL_BACK,
        DIE;

        static Fate draw() {
            int chance = ThreadLocalRandom.current().nextInt(100);
            return chance < 10 ? ROLL_BACK : chance < 14 ? DIE : chance < 40 ? SLOW : COMMIT;
        }
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void write(LongFunction<Append> style) {
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(number -> CompletableFuture.runAsync(() -> write(style.apply(number)), threads))
                .toList();
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new))
                .orTimeout(120, TimeUnit.SECONDS)
                .join();
        written.set(true);
    }

    private void write(Append writer) {
        for (int n = 0; n < TRANSACTIONS; n++) {
            Fate fate = Fate.draw();
            try {
                writer.append("subject/" + ThreadLocalRandom.current().nextInt(SUBJECTS), fate);
            } catch (RolledBack wanted) {
                rolledBack.incrementAndGet();
            } catch (SQLException | RuntimeException connectionLost) {
                killed.incrementAndGet();
            }
        }
    }

    private void appendByJdbc(String subject, Fate fate) throws SQLException {
        inJdbcTransaction(connection -> {
            long sequence = addFact(connection, subject);
            feeds.append(connection, feed, List.of(event(subject, sequence)));
            meet(fate, connection);
        });
    }

    private void appendByJta(String subject, Fate fate) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = application.getConnection()) {
                long sequence = addFact(connection, subject);
                feeds.append(feed, event(subject, sequence));
                meet(fate, connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void appendBare(String subject, Fate fate) throws SQLException {
        inJdbcTransaction(connection -> {
            long sequence = addFact(connection, subject);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO bare_event (subject, sequence) VALUES (?, ?)")) {
                insert.setString(1, subject);
                insert.setLong(2, sequence);
                insert.executeUpdate();
            }
            meet(fate, connection);
        });
    }

    private interface Work {
        void in(Connection connection) throws SQLException;
    }

    private void inJdbcTransaction(Work work) throws SQLException {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.in(connection);
                connection.commit();
            } catch (RolledBack wanted) {
                connection.rollback();
                throw wanted;
            }
        }
    }

    private static long addFact(Connection connection, String subject) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(
                        "UPDATE subject SET sequence = sequence + 1 WHERE name = ? RETURNING sequence");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO fact VALUES (?, ?)")) {
            next.setString(1, subject);
            long sequence;
            try (ResultSet row = next.executeQuery()) {
                row.next();
                sequence = row.getLong(1);
            }
            insert.setString(1, subject);
            insert.setLong(2, sequence);
            insert.executeUpdate();
            return sequence;
        }
    }

    private static void meet(Fate fate, Connection connection) throws SQLException {
        switch (fate) {
            case COMMIT -> {}
            case SLOW ->
                execute(
                        connection,
                        "SELECT pg_sleep(" + ThreadLocalRandom.current().nextInt(1, 15) / 1000.0 + ")");
            case ROLL_BACK -> throw new RolledBack();
            case DIE -> execute(connection, "SELECT pg_terminate_backend(pg_backend_pid())");
        }
    }

    // ---- readers

    private CompletableFuture<List<FeedEvent>> supply(Supplier<List<FeedEvent>> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    /** Reads on and on; what is still unread when the last writer has finished must come with the reads after that. */
    private List<FeedEvent> readUntilDone(LongFunction<List<FeedEvent>> read) {
        List<FeedEvent> seen = new ArrayList<>();
        long after = 0;
        boolean more = true;
        while (more) {
            boolean last = written.get();
            List<FeedEvent> events = read.apply(after);
            seen.addAll(events);
            if (!events.isEmpty()) {
                after = events.get(events.size() - 1).position();
            }
            more = !last || !events.isEmpty();
        }
        return seen;
    }

    private List<FeedEvent> waitAndRead(long after) {
        return reader.await(feed, after, Duration.ofSeconds(1), event -> true, 1000)
                .toCompletableFuture()
                .join();
    }

    private List<FeedEvent> readBare(long after) {
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id, subject, sequence FROM bare_event WHERE id > ? ORDER BY id LIMIT 1000")) {
            select.setLong(1, after);
            List<FeedEvent> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new FeedEvent(row.getLong(1), "bare", row.getString(2), clock.instant(), null));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- followers

    /** Two instances on one cursor; one of them is stopped and started all the time, and handling dies now and then. */
    private void followWithCrashes() {
        FeedFollowers steady = new FeedFollowers(json, clock);
        steady.start(new Copy(), worker, () -> null);
        try {
            while (!written.get()) {
                FeedFollowers brief = new FeedFollowers(json, clock);
                brief.start(new Copy(), worker, () -> null);
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(50))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> written.get() || brief.health(feed).lastContact() != null);
                brief.stop(null);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> steady.health(feed).position() == reader.position(feed));
        } finally {
            steady.stop(null);
        }
    }

    private final class Copy implements FeedHandler {

        @Override
        public String feed() {
            return feed;
        }

        @Override
        public URI source() {
            return URI.create(events + "?feed=" + feed);
        }

        @Override
        public void apply(Connection connection, FeedEvent event) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO copy (feed, position, subject, sequence) VALUES (?, ?, ?, ?)")) {
                insert.setString(1, feed);
                insert.setLong(2, event.position());
                insert.setString(3, event.subject());
                insert.setLong(4, event.data().get("sequence").longValue());
                insert.executeUpdate();
            }
            int chance = ThreadLocalRandom.current().nextInt(200);
            if (chance == 0) {
                execute(connection, "SELECT pg_terminate_backend(pg_backend_pid())");
            } else if (chance == 1) {
                throw new IllegalStateException("a handler's own mistake");
            }
        }
    }

    private static NewEvent event(String subject, long sequence) {
        return new NewEvent("subject.changed", subject, Map.of("sequence", sequence));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
