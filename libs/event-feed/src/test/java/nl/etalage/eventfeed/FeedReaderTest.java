package nl.etalage.eventfeed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import nl.etalage.testing.ServicePostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "example"))
class FeedReaderTest {

    private static final int ROUNDS = 15;
    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    EventFeed feeds;

    /** The one that {@link #feeds} wakes. */
    @Inject
    FeedReader wokenReader;

    @Inject
    DataSource application;

    @Inject
    @io.quarkus.agroal.DataSource("worker")
    DataSource worker;

    @Inject
    ObjectMapper json;

    @Inject
    ExampleService service;

    private final String feed = ExampleService.newName("read");
    private FeedReader reader;

    @BeforeEach
    void startReading() {
        reader = new FeedReader(application, json, "example-service");
    }

    @AfterEach
    void stopReading() {
        reader.stop(null);
    }

    @Test
    void readsInOrderAfterAPosition() throws SQLException {
        append(5);

        assertEquals(List.of(3L, 4L), positions(reader.read(feed, 2, 2)));
        assertEquals(List.of(), positions(reader.read(feed, 5, 2)));
        assertEquals(5, reader.position(feed));
    }

    @Test
    void anEmptyFeedStandsAtZero() {
        assertEquals(0, reader.position(feed));
        assertEquals(List.of(), reader.read(feed, 0, 10));
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThrows(InvalidFeedRequestException.class, () -> reader.read(feed, -1, 10));
        assertThrows(InvalidFeedRequestException.class, () -> reader.read(feed, 0, 0));
        assertThrows(InvalidFeedRequestException.class, () -> reader.read(feed, 0, 1001));
        assertThrows(InvalidFeedRequestException.class, () -> reader.read("../etc", 0, 1));
        assertThrows(
                InvalidFeedRequestException.class, () -> reader.await(feed, 0, LONG.multipliedBy(2), event -> true, 1));
        assertThrows(InvalidFeedRequestException.class, () -> reader.await(feed, 0, LONG.negated(), event -> true, 1));
    }

    @Test
    void whatIsThereAnswersAtOnceThroughTheFilter() throws Exception {
        append(10);

        List<FeedEvent> even = get(reader.await(feed, 2, LONG, event -> event.position() % 2 == 0, 3)
                .toCompletableFuture());

        assertEquals(List.of(4L, 6L, 8L), positions(even));
    }

    @Test
    void waitingStartsWhereReadingEnds() throws Exception {
        append(3);
        CompletableFuture<List<FeedEvent>> waiting = waitFor(3, event -> event.position() == 5);
        append(1);
        append(1);

        assertEquals(List.of(5L), positions(get(waiting)));
    }

    /** A few times over, as a machine that is busy with other things wakes late itself. */
    @Test
    void aLocalCommitIsNoticedFarWithinAPoll() throws Exception {
        String own = ExampleService.newName("woken");
        List<Long> millis = wokenAfter(own, 0);
        for (int more = 1; more < 5 && median(millis) >= 40; more++) {
            millis = wokenAfter(own, more * ROUNDS);
        }

        assertTrue(median(millis) < 40, "without waking it would be 100 ms: " + millis);
    }

    private List<Long> wokenAfter(String own, int before) throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int round = before; round < before + ROUNDS; round++) {
            CompletableFuture<List<FeedEvent>> waiting =
                    wokenReader.await(own, round, LONG, event -> true, 10).toCompletableFuture();
            await().until(() -> wokenReader.waiting() == 1);
            // The tail is asleep now, a random part of its 200 ms.
            QuarkusTransaction.requiringNew().run(() -> feeds.append(own, event("item/1")));
            long committed = System.nanoTime();
            get(waiting);
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - committed));
        }
        return millis;
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    @Test
    void aCommitElsewhereIsNoticedWithinASecond() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            CompletableFuture<List<FeedEvent>> waiting = waitFor(round, event -> true);
            append(1);
            long committed = System.nanoTime();
            assertEquals(List.of(round + 1L), positions(get(waiting)));
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - committed));
        }

        assertTrue(millis.stream().sorted().toList().get(2) < 1000, () -> millis.toString());
    }

    @Test
    void aWaitThatEndsWithoutEventsGivesAnEmptyList() throws Exception {
        long started = System.nanoTime();

        List<FeedEvent> events = get(
                reader.await(feed, 0, Duration.ofMillis(300), event -> true, 10).toCompletableFuture());

        assertEquals(List.of(), events);
        assertTrue(System.nanoTime() - started >= TimeUnit.MILLISECONDS.toNanos(300));
        await().until(() -> reader.waiting() == 0);
    }

    @Test
    void aWaitOfNothingReadsOnce() throws Exception {
        append(2);

        assertEquals(
                List.of(1L, 2L),
                positions(get(
                        reader.await(feed, 0, Duration.ZERO, event -> true, 10).toCompletableFuture())));
        assertEquals(
                List.of(),
                get(reader.await(feed, 2, Duration.ZERO, event -> true, 10).toCompletableFuture()));
    }

    @Test
    void twoThousandWaitWithoutAThreadEachAndAllAreAnswered() throws Exception {
        get(reader.await(feed, 0, Duration.ofMillis(1), event -> true, 1).toCompletableFuture());
        int threadsBefore = Thread.getAllStackTraces().size();

        List<CompletableFuture<List<FeedEvent>>> waiting = IntStream.range(0, 2000)
                .mapToObj(n -> waitFor(0, event -> true))
                .toList();
        assertEquals(2000, reader.waiting());
        int threadsMore = Thread.getAllStackTraces().size() - threadsBefore;
        append(1);
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

        assertTrue(threadsMore < 10, threadsMore + " threads more");
        for (CompletableFuture<List<FeedEvent>> answered : waiting) {
            assertEquals(List.of(1L), positions(answered.join()));
        }
        await().until(() -> reader.waiting() == 0);
    }

    @Test
    void twentyThousandMayWaitAndOneThatGivesUpMakesRoom() throws Exception {
        List<CompletableFuture<List<FeedEvent>>> waiting = IntStream.range(0, 20_000)
                .mapToObj(n -> waitFor(0, event -> true))
                .toList();

        ExecutionException refusal = assertThrows(ExecutionException.class, () -> get(waitFor(0, event -> true)));
        assertInstanceOf(RejectedExecutionException.class, refusal.getCause());
        waiting.get(7).cancel(true);
        CompletableFuture<List<FeedEvent>> welcome = waitFor(0, event -> true);

        assertFalse(welcome.isDone());
        assertEquals(20_000, reader.waiting());
    }

    @Test
    void oneWhoTakesLongOverAnAnswerHoldsUpNobody() throws Exception {
        CompletableFuture<Void> release = new CompletableFuture<>();
        CompletableFuture<List<FeedEvent>> slow = waitFor(0, event -> event.position() == 1)
                .thenApply(events -> {
                    release.join();
                    return events;
                });
        CompletableFuture<List<FeedEvent>> quick = waitFor(0, event -> event.position() == 2);
        await().until(() -> reader.waiting() == 2);
        append(1);
        append(1);

        assertEquals(List.of(2L), positions(get(quick)));
        assertFalse(slow.isDone());
        release.complete(null);
        assertEquals(List.of(1L), positions(get(slow)));
    }

    @Test
    void aFilterThatFailsFailsOnlyItsOwnWait() throws Exception {
        CompletableFuture<List<FeedEvent>> broken =
                waitFor(0, event -> event.subject().charAt(999) == 'x');
        CompletableFuture<List<FeedEvent>> sound = waitFor(0, event -> true);
        append(1);

        assertInstanceOf(
                IndexOutOfBoundsException.class,
                assertThrows(ExecutionException.class, () -> get(broken)).getCause());
        assertEquals(List.of(1L), positions(get(sound)));
    }

    @Test
    void oneFarBehindReadsOnFromTheDatabaseAndThenWaits() throws Exception {
        get(reader.await(feed, 0, Duration.ofMillis(1), event -> true, 1).toCompletableFuture());
        for (int batch = 0; batch < 12; batch++) {
            append(1000);
        }
        await().until(() -> get(waitFor(11_999, event -> true)).size() == 1);

        assertEquals(LongStream.rangeClosed(1, 1000).boxed().toList(), positions(get(waitFor(0, event -> true))));
        CompletableFuture<List<FeedEvent>> last = waitFor(0, event -> event.position() > 12_000);
        append(1);
        assertEquals(List.of(12_001L), positions(get(last)));
    }

    @Test
    void aDatabaseThatIsGoneIsNotAnsweredAsNothingNew() throws Exception {
        get(reader.await(feed, 0, Duration.ofMillis(1), event -> true, 1).toCompletableFuture());
        CompletableFuture<List<FeedEvent>> patient = waitFor(0, event -> true);
        service.stopDatabase();
        try {
            CompletableFuture<List<FeedEvent>> brief = reader.await(feed, 0, Duration.ofSeconds(3), event -> true, 10)
                    .toCompletableFuture();

            assertInstanceOf(
                    IllegalStateException.class,
                    assertThrows(ExecutionException.class, () -> get(brief)).getCause());
        } finally {
            service.startDatabase();
            ExampleService.renewConnections(application);
            ExampleService.renewConnections(worker);
        }
        append(1);

        assertEquals(List.of(1L), positions(get(patient)));
    }

    @Test
    void aStoppingServiceLetsEverybodyGo() throws Exception {
        CompletableFuture<List<FeedEvent>> waiting = waitFor(0, event -> true);

        reader.stop(null);

        assertEquals(List.of(), get(waiting));
        assertEquals(List.of(), get(waitFor(0, event -> true)));
    }

    private CompletableFuture<List<FeedEvent>> waitFor(long after, Predicate<FeedEvent> filter) {
        return reader.await(feed, after, LONG, filter, 1000).toCompletableFuture();
    }

    private static List<FeedEvent> get(CompletableFuture<List<FeedEvent>> answer) throws Exception {
        return answer.get(15, TimeUnit.SECONDS);
    }

    private void append(int count) throws SQLException {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            feeds.append(
                    connection,
                    feed,
                    IntStream.range(0, count).mapToObj(n -> event("item/" + n)).toList());
            connection.commit();
        }
    }

    private static NewEvent event(String subject) {
        return new NewEvent("item.changed", subject, Map.of());
    }

    private static List<Long> positions(List<FeedEvent> events) {
        return events.stream().map(FeedEvent::position).toList();
    }
}
