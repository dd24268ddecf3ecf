package nl.etalage.eventfeed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.etalage.testing.ServicePostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "example"))
class FeedCompactionTest {

    private static final Instant TODAY = Instant.parse("2027-03-28T00:30:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    @Inject
    EventFeed feeds;

    @Inject
    FeedReader reader;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @Inject
    ExampleService service;

    private final String feed = ExampleService.newName("compact");

    @AfterEach
    void releaseTheClock() {
        service.settableClock().release();
    }

    @Test
    void theNewestOfEachSubjectStaysAndOnlyOldOnesGo() throws SQLException {
        append(TODAY.minus(MONTH.multipliedBy(3)), "a", "b", "a", "removed");
        append(TODAY.minus(MONTH.multipliedBy(2)), "a", "c");
        append(TODAY.minus(Duration.ofDays(1)), "b", "b");

        assertEquals(3, compact(MONTH));

        assertEquals(List.of("4 removed", "5 a", "6 c", "7 b", "8 b"), positionsAndSubjects());
        assertEquals(0, compact(MONTH));
    }

    @Test
    void theAgeLimitIsExact() throws SQLException {
        append(TODAY.minus(MONTH).minusNanos(1000), "a");
        append(TODAY.minus(MONTH), "a");
        append(TODAY, "a");

        assertEquals(1, compact(MONTH));

        assertEquals(List.of("2 a", "3 a"), positionsAndSubjects());
    }

    @Test
    void anotherFeedsSubjectOfTheSameNameDoesNotCount() throws SQLException {
        append(TODAY.minus(MONTH.multipliedBy(2)), "a");
        String other = ExampleService.newName("compact");
        service.settableClock().set(TODAY);
        append(other, List.of(event("a")));

        assertEquals(0, compact(MONTH));
    }

    @Test
    void aCompactedEventIdIsStillAPlaceToGoOnFrom() throws Exception {
        append(TODAY.minus(MONTH.multipliedBy(2)), "a", "a", "b");
        append(TODAY, "a");
        compact(MONTH);

        List<String> ids = reader.serve(feed, "2", null).toCompletableFuture().get(30, TimeUnit.SECONDS).stream()
                .map(CloudEvent::id)
                .toList();

        assertEquals(List.of("3", "4"), ids);
    }

    @Test
    void positionsGoOnAfterCompaction() throws SQLException {
        append(TODAY.minus(MONTH.multipliedBy(2)), "a", "a");
        compact(MONTH);
        append(TODAY, "a");

        assertEquals(List.of("2 a", "3 a"), positionsAndSubjects());
        assertEquals(3, reader.position(feed));
    }

    @Test
    void oneTransactionDeletesABoundedNumberOldestFirst() throws SQLException {
        service.settableClock().set(TODAY.minus(MONTH.multipliedBy(2)));
        append(feed, IntStream.range(0, 6001).mapToObj(n -> event("a")).toList());

        assertEquals(FeedCompaction.MAX_DELETED, compact(MONTH));
        assertEquals("5001 a", positionsAndSubjects().get(0));
        assertEquals(1000, compact(MONTH));
        assertEquals(List.of("6001 a"), positionsAndSubjects());
    }

    private int compact(Duration olderThan) throws SQLException {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            int deleted = FeedCompaction.compact(connection, feed, olderThan, TODAY);
            connection.commit();
            return deleted;
        }
    }

    private void append(Instant when, String... subjects) throws SQLException {
        service.settableClock().set(when);
        append(feed, Stream.of(subjects).map(FeedCompactionTest::event).toList());
    }

    private void append(String name, List<NewEvent> events) throws SQLException {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            feeds.append(connection, name, events);
            connection.commit();
        }
    }

    private List<String> positionsAndSubjects() {
        return reader.read(feed, 0, 1000).stream()
                .map(event -> event.position() + " " + event.subject())
                .toList();
    }

    private static NewEvent event(String subject) {
        return new NewEvent("item.changed", subject, Map.of());
    }
}
