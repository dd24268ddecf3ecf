package nl.etalage.eventfeed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nl.etalage.testing.FakeNeighbour;
import nl.etalage.testing.ServicePostgres;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that fail, lie or shout. */
@QuarkusTest
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "example"))
class FollowerFailureTest {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[null]",
                "[1]",
                "\"events\"",
                "<html>Bad gateway</html>",
                "[{}]",
                "[{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"yesterday\",\"data\":{}}]",
                "[{\"specversion\":\"1.0\",\"id\":\"x\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"2026-12-05T09:00:00Z\",\"data\":{}}]",
                "[{\"specversion\":\"1.0\",\"id\":\"0\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"2026-12-05T09:00:00Z\",\"data\":{}}]",
                "[{\"specversion\":\"1.0\",\"id\":\"-1\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"2026-12-05T09:00:00Z\",\"data\":{}}]",
                "[{\"specversion\":\"0.3\",\"id\":\"1\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"2026-12-05T09:00:00Z\",\"data\":{}}]",
                "[{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"2026-12-05T09:00:00Z\"}]",
                "[{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"2026-12-05T09:00:00Z\",\"data\":{}}",
                "[{\"specversion\":\"1.0\",\"id\":\"2\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"2026-12-05T09:00:00Z\",\"data\":{}},"
                        + "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"2026-12-05T09:00:00Z\",\"data\":{}}]"
            })
    void aMalformedBatchIsAFailureAndNotTheEnd(String body) throws SQLException {
        neighbour.answer("GET", "/events", 200, body);
        follow(followers, Copy::keep);
        await().until(() -> followers.health(feed).failure() != null);
        assertEquals(List.of(), kept());
        assertNull(followers.health(feed).lastContact());

        append(1, 1);
        await().until(() -> kept().equals(List.of(1L)));
    }

    @Test
    void anAnswerNestedWithoutEndIsAFailureAndNotTheEnd() throws SQLException {
        neighbour.answer("GET", "/events", 200, "[".repeat(1_000_000));
        follow(followers, Copy::keep);
        await().until(() -> followers.health(feed).failure() != null);

        append(1, 1);
        await().until(() -> kept().equals(List.of(1L)));
    }

    @Test
    void anAnswerBiggerThanABatchCanBeIsRefused() throws SQLException {
        neighbour.answer("GET", "/events", CloudEvent.BATCH, new byte[25 * 1024 * 1024]);
        follow(followers, Copy::keep);
        await().until(() -> followers.health(feed).failure() != null);

        assertTrue(
                followers.health(feed).failure().contains("bigger than a batch"),
                followers.health(feed).failure());
        append(1, 1);
        await().until(() -> kept().equals(List.of(1L)));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 401, 404, 429, 500, 503})
    void anyOtherStatusIsAFailureAndNoContact(int status) {
        neighbour.answer("GET", "/events", status, "[]");
        follow(followers, Copy::keep);
        await().until(() -> followers.health(feed).failure() != null);

        assertTrue(
                followers.health(feed).failure().endsWith(" answered " + status),
                followers.health(feed).failure());
        assertNull(followers.health(feed).lastContact());
    }

    @Test
    void aFailingSourceIsAskedLessAndLess() {
        neighbour.answer("GET", "/events", 503, "{}");
        long started = System.nanoTime();
        follow(followers, Copy::keep);
        await().until(() -> neighbour.requests().size() >= 6);

        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        assertTrue(millis >= 100 + 200 + 400 + 800 + 1600, "six tries in " + millis + " ms");
    }

    @Test
    void aSourceThatNeverHoldsAPollIsNotAskedWithoutEnd() {
        neighbour.answer("GET", "/events", 200, "[]");
        long started = System.nanoTime();
        follow(followers, Copy::keep);
        await().until(() -> neighbour.requests().size() >= 5);

        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        assertTrue(millis >= 3 * 500, "five requests in " + millis + " ms");
    }

    @Test
    void aTokenThatCannotBeHadIsAFailureAndNotTheEnd() throws SQLException {
        append(1, 1);
        AtomicBoolean issuerAway = new AtomicBoolean(true);
        followers.start(copy(Copy::keep), worker, () -> {
            if (issuerAway.get()) {
                throw new IllegalStateException("the issuer is away");
            }
            return "token";
        });
        await().until(() -> followers.health(feed).failure() != null);
        issuerAway.set(false);

        await().until(() -> kept().equals(List.of(1L)));
    }

    @Test
    void aCauseIsLoggedOnceAndSoIsRecovery() throws SQLException {
        List<String> log = new CopyOnWriteArrayList<>();
        Handler listener = listener(log);
        Logger logger = Logger.getLogger(Follower.class.getName());
        logger.addHandler(listener);
        try {
            neighbour.answer("GET", "/events", 503, "{}");
            follow(followers, Copy::keep);
            await().until(() -> neighbour.requests().size() >= 4);
            append(1, 1);
            await().until(() -> log.size() >= 2);
        } finally {
            logger.removeHandler(listener);
        }

        assertEquals(2, log.size(), () -> log.toString());
        assertTrue(log.get(0).startsWith("WARN"), log.get(0));
        assertTrue(log.get(1).startsWith("INFO"), log.get(1));
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

    private static Handler listener(List<String> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord message) {
                if (message.getLevel().intValue() >= Level.INFO.intValue()) {
                    log.add(message.getLevel() + " " + message.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
