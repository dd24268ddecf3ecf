package nl.etalage.eventfeed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.etalage.testing.FakeNeighbour;
import nl.etalage.testing.ServicePostgres;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "example"))
class FeedFollowersTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @Inject
    ObjectMapper json;

    @Inject
    ExampleService service;

    private final String feed = ExampleService.newName("follow");
    private final SettableClock clock = new SettableClock();
    private final FakeNeighbour neighbour = FakeNeighbour.start();
    private final List<FeedFollowers> instances = new CopyOnWriteArrayList<>();
    private FeedFollowers followers;

    @BeforeEach
    void makeFollowers() {
        followers = newInstance();
    }

    @AfterEach
    void stopFollowing() {
        instances.forEach(instance -> instance.stop(null));
        neighbour.close();
    }

    @Test
    void followsFromTheStartAndOn() throws SQLException {
        append(1, 3);
        follow(followers, Copy::keep);
        await().until(() -> kept().equals(List.of(1L, 2L, 3L)));
        append(4, 4);
        await().until(() -> kept().equals(List.of(1L, 2L, 3L, 4L)));

        assertEquals(List.of("4"), cursor());
        await().until(() -> followers.health(feed).position() == 4);
    }

    @Test
    void goesOnWhereItStopped() throws SQLException {
        append(1, 3);
        follow(followers, Copy::keep);
        await().until(() -> cursor().equals(List.of("3")));
        followers.stop(null);
        append(4, 5);
        follow(newInstance(), Copy::keep);

        await().until(() -> cursor().equals(List.of("5")));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), kept());
    }

    @Test
    void aFollowerThatDiesInTheMiddleOfABatchLeavesNothingOfIt() throws SQLException {
        append(1, 10);
        Set<Thread> victims = ConcurrentHashMap.newKeySet();
        follow(followers, (connection, event) -> {
            if (event.position() == 6) {
                victims.add(Thread.currentThread());
                throw new OutOfMemoryError("as good as kill -9: nothing in the follower catches it");
            }
            Copy.keep(connection, event);
        });
        await().until(() -> victims.stream().anyMatch(victim -> !victim.isAlive()));

        assertEquals(List.of(), kept());
        assertEquals(List.of("0"), cursor());
        assertTrue(followers.health(feed).failure().startsWith("died: java.lang.OutOfMemoryError"));
        follow(newInstance(), Copy::keep);
        await().until(() -> cursor().equals(List.of("10")));
        assertEquals(IntStream.rangeClosed(1, 10).mapToObj(Long::valueOf).toList(), kept());
    }

    @Test
    void aConnectionLostBetweenDataAndCommitDoublesNothing() throws SQLException {
        append(1, 10);
        AtomicBoolean once = new AtomicBoolean(true);
        follow(followers, (connection, event) -> {
            Copy.keep(connection, event);
            if (event.position() == 10 && once.getAndSet(false)) {
                execute(connection, "SELECT pg_terminate_backend(pg_backend_pid())");
            }
        });

        await().until(() -> cursor().equals(List.of("10")));
        assertFalse(once.get());
        assertEquals(IntStream.rangeClosed(1, 10).mapToObj(Long::valueOf).toList(), kept());
    }

    @Test
    void instancesThatShareACursorDoTheWorkOnce() throws SQLException {
        neighbour.feed("/events");
        follow(followers, Copy::keep);
        follow(newInstance(), Copy::keep);
        follow(newInstance(), Copy::keep);
        await().until(() -> instances.stream().allMatch(instance -> isCurrent(instance)));
        for (int position = 1; position <= 200; position++) {
            append(position, position);
        }

        await().until(() ->
                instances.stream().allMatch(instance -> instance.health(feed).position() == 200));
        assertEquals(IntStream.rangeClosed(1, 200).mapToObj(Long::valueOf).toList(), kept());
        assertTrue(instances.stream().allMatch(instance -> isCurrent(instance)));
    }

    @Test
    void anEventThatCannotBeAppliedIsNeverSkippedAndShows() throws SQLException {
        clock.set(Instant.parse("2026-12-05T09:00:00Z"));
        append(1, 5);
        AtomicBoolean poisoned = new AtomicBoolean(true);
        AtomicInteger tries = new AtomicInteger();
        follow(followers, (connection, event) -> {
            if (event.position() == 3 && poisoned.get()) {
                tries.incrementAndGet();
                execute(connection, "SELECT 1 / 0");
            }
            Copy.keep(connection, event);
        });
        await().until(() -> tries.get() > 3);

        assertEquals(List.of(1L, 2L), kept());
        FollowerHealth stuck = followers.health(feed);
        assertEquals(2, stuck.position());
        assertTrue(stuck.failure().startsWith("event 3: org.postgresql.util.PSQLException"), stuck.failure());
        assertEquals(Instant.parse("2026-12-05T09:00:00Z"), stuck.failingSince());
        assertEquals(Instant.parse("2026-12-05T09:00:00Z"), stuck.lastContact());
        assertFalse(stuck.fresh(MINUTE), "it answers, but this service doesn't have what it answered");

        poisoned.set(false);
        await().until(() -> cursor().equals(List.of("5")));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), kept());
        await().until(() -> followers.health(feed).fresh(MINUTE));
        assertNull(followers.health(feed).failure());
        assertNull(followers.health(feed).failingSince());
    }

    @Test
    void aSilentFeedIsStaleAfterTheTimeAskedFor() {
        clock.set(Instant.parse("2026-12-05T09:00:00Z"));
        assertFalse(followers.health(feed).fresh(MINUTE), "never started");
        append(1, 1);
        follow(followers, Copy::keep);
        await().until(() -> followers.health(feed).fresh(MINUTE));
        neighbour.close();
        await().until(() -> followers.health(feed).failure() != null);

        clock.advance(MINUTE);
        assertTrue(followers.health(feed).fresh(MINUTE), "60 s ago exactly");
        clock.advance(Duration.ofMillis(1));
        assertFalse(followers.health(feed).fresh(MINUTE));
    }

    @Test
    void asksWithItsPlaceAndAFreshToken() {
        neighbour.answer("GET", "/events", 200, "[]");
        AtomicInteger tokens = new AtomicInteger();
        followers.start(
                new Copy(feed, URI.create(neighbour.url() + "/events?feed=other"), Copy::keep),
                worker,
                () -> "token-" + tokens.incrementAndGet());
        await().until(() -> neighbour.requests().size() >= 2);

        FakeNeighbour.Request first = neighbour.requests().get(0);
        assertEquals("/events?feed=other&lastEventId=0", first.path());
        assertEquals("Bearer token-1", first.header("Authorization"));
        assertEquals(CloudEvent.BATCH, first.header("Accept"));
        FakeNeighbour.Request second = neighbour.requests().get(1);
        assertEquals("/events?feed=other&lastEventId=0&timeout=30000", second.path());
        assertEquals("Bearer token-2", second.header("Authorization"));
    }

    @Test
    void aFeedIsFollowedOncePerInstance() {
        follow(followers, Copy::keep);

        assertThrows(IllegalStateException.class, () -> follow(followers, Copy::keep));
    }

    @Test
    void stoppingEndsALongPollAtOnce() {
        append(1, 1);
        follow(followers, Copy::keep);
        await().until(() -> isCurrent(followers));
        long started = System.nanoTime();

        followers.stop(null);

        assertTrue(System.nanoTime() - started < TimeUnit.SECONDS.toNanos(15));
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("feed-follower-" + feed)));
    }

    private FeedFollowers newInstance() {
        FeedFollowers instance = new FeedFollowers(json, clock);
        instances.add(instance);
        return instance;
    }

    private void follow(FeedFollowers instance, Copy.Way apply) {
        instance.start(copy(apply), worker, () -> null);
    }

    private Copy copy(Copy.Way apply) {
        return new Copy(feed, URI.create(neighbour.url() + "/events"), apply);
    }

    private boolean isCurrent(FeedFollowers instance) {
        return instance.health(feed).currentAt() != null;
    }

    private void append(int first, int last) {
        FakeNeighbour.Feed source = neighbour.feed("/events");
        for (int position = first; position <= last; position++) {
            source.append("item.changed", "item/" + position, "{}");
        }
    }

    private List<Long> kept() throws SQLException {
        return service.query("SELECT position FROM copy WHERE feed = '" + feed + "' ORDER BY n").stream()
                .map(Long::valueOf)
                .toList();
    }

    private List<String> cursor() throws SQLException {
        return service.query("SELECT position FROM feed_cursor WHERE feed = '" + feed + "'");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
