package nl.etalage.eventfeed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
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

    @Inject
    UnrulyWriters writers;

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

    @BeforeEach
    void startAfresh() throws SQLException {
        Logger.getLogger(Follower.class.getName()).setLevel(Level.SEVERE);
        service.asSuperuser("TRUNCATE fact, subject, bare_event, copy");
        for (int subject = 0; subject < UnrulyWriters.SUBJECTS; subject++) {
            service.asSuperuser("INSERT INTO subject VALUES ('subject/" + subject + "', 0)");
        }
    }

    @AfterEach
    void stop() {
        Logger.getLogger(Follower.class.getName()).setLevel(null);
        threads.shutdownNow();
        ExampleService.renewConnections(worker);
        ExampleService.renewConnections(application);
    }

    @Test
    void noEventIsMissedOrDoubledWhateverHappensToWritersReadersAndFollowers() throws Exception {
        List<CompletableFuture<List<FeedEvent>>> readers = List.of(
                supply(() -> readUntilDone(after -> reader.read(feed, after, 7))),
                supply(() -> readUntilDone(after -> reader.read(feed, after, 1000))),
                supply(() -> readUntilDone(after -> waitAndRead(after))));
        CompletableFuture<Void> followers = CompletableFuture.runAsync(this::followWithCrashes, threads);

        write(number -> number % 2 == 0
                ? (subject, fate) -> writers.appendByJdbc(feed, subject, fate)
                : (subject, fate) -> writers.appendByJta(feed, subject, fate));

        List<String> facts = service.query("SELECT subject || ' ' || sequence FROM fact ORDER BY subject, sequence");
        assertTrue(
                writers.rolledBack() > 50 && writers.killed() > 10,
                writers.rolledBack() + " rolled back, " + writers.killed() + " killed");
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

        write(number -> writers::appendBare);

        int facts = Integer.parseInt(service.query("SELECT count(*) FROM fact").get(0));
        int seen = read.get(60, TimeUnit.SECONDS).size();
        assertTrue(seen < facts, "a reader of a bare sequence saw all " + facts + " events");
    }

    private void write(LongFunction<UnrulyWriters.Append> style) {
        writers.write(style);
        written.set(true);
    }

    private void assertSameHistory(List<String> facts, List<FeedEvent> events) {
        assertEquals(
                LongStream.rangeClosed(1, facts.size()).boxed().toList(),
                events.stream().map(FeedEvent::position).toList(),
                "positions without holes, in order, each once");
        for (int number = 0; number < UnrulyWriters.SUBJECTS; number++) {
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

    /** Two instances on one cursor; one of them is stopped and started all the time, and handling dies now and then. */
    private void followWithCrashes() {
        FeedFollowers steady = new FeedFollowers(json, clock);
        steady.start(copy(), worker, () -> null);
        try {
            while (!written.get()) {
                FeedFollowers brief = new FeedFollowers(json, clock);
                brief.start(copy(), worker, () -> null);
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

    private Copy copy() {
        return new Copy(feed, URI.create(events + "?feed=" + feed), (connection, event) -> {
            Copy.keep(connection, event);
            int chance = ThreadLocalRandom.current().nextInt(200);
            if (chance == 0) {
                connection.createStatement().execute("SELECT pg_terminate_backend(pg_backend_pid())");
            } else if (chance == 1) {
                throw new IllegalStateException("a handler's own mistake");
            }
        });
    }
}
