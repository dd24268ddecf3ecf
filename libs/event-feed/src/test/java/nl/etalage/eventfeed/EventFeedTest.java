package nl.etalage.eventfeed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.etalage.testing.ServicePostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "example"))
class EventFeedTest {

    @Inject
    EventFeed feeds;

    @Inject
    FeedReader reader;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    @Inject
    ExampleService service;

    private final String feed = ExampleService.newName("append");

    @AfterEach
    void releaseTheClock() {
        service.settableClock().release();
    }

    @Test
    void anEventIsThereWithTheChangeItTellsOf() {
        Instant happened = Instant.parse("2027-03-28T01:30:00.123456Z");
        service.settableClock().set(happened.plusNanos(789));

        QuarkusTransaction.requiringNew().run(() -> {
            entities.persist(new Item(feed));
            feeds.append(feed, new NewEvent("item.added", "item/1", Map.of("name", "Café ☕", "n", 1)));
        });

        assertEquals(
                List.of(new FeedEvent(
                        1, "item.added", "item/1", happened, json.valueToTree(Map.of("name", "Café ☕", "n", 1)))),
                reader.read(feed, 0, 10));
        assertEquals(feed, QuarkusTransaction.requiringNew().call(() -> entities.createQuery(
                        "select name from Item where name = :name", String.class)
                .setParameter("name", feed)
                .getSingleResult()));
    }

    @Test
    void aTransactionThatRollsBackLeavesNoEventAndNoHole() {
        append("item/1");
        assertThrows(IllegalArgumentException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    feeds.append(feed, event("item/2"));
                    throw new IllegalArgumentException("second thoughts");
                }));
        append("item/3");

        assertEquals(List.of("1 item/1", "2 item/3"), positionsAndSubjects());
        assertEquals(2, reader.position(feed));
    }

    @Test
    void eventsOfOneTransactionKeepTheirOrder() {
        QuarkusTransaction.requiringNew().run(() -> {
            feeds.append(feed, event("item/b"));
            feeds.append(feed, event("item/a"));
            feeds.append(feed, event("item/b"));
        });

        assertEquals(List.of("1 item/b", "2 item/a", "3 item/b"), positionsAndSubjects());
    }

    @Test
    void anEventTellsWhatWasTrueWhenItWasAppended() {
        Map<String, Object> data = new HashMap<>(Map.of("state", "open"));

        QuarkusTransaction.requiringNew().run(() -> {
            feeds.append(feed, new NewEvent("item.changed", "item/1", data));
            data.put("state", "closed");
        });

        assertEquals("open", reader.read(feed, 0, 1).get(0).data().get("state").textValue());
    }

    @Test
    void appendingOutsideATransactionFails() {
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> feeds.append(feed, event("item/1")));

        assertTrue(refusal.getMessage().contains("item.changed"), refusal.getMessage());
        assertEquals(List.of(), positionsAndSubjects());
    }

    @Test
    void appendingInADoomedTransactionDoesNotHideWhyItIsDoomed() {
        assertThrows(IllegalArgumentException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    QuarkusTransaction.setRollbackOnly();
                    feeds.append(feed, event("item/1"));
                    throw new IllegalArgumentException("the real cause");
                }));

        assertEquals(List.of(), positionsAndSubjects());
    }

    @Test
    void anEventThatCannotBeWrittenTakesItsTransactionWithIt() throws SQLException {
        String name = ExampleService.newName("item");
        service.asSuperuser("ALTER TABLE event ADD CONSTRAINT broken CHECK (feed <> '" + feed + "')");
        try {
            Exception failure = assertThrows(
                    Exception.class, () -> QuarkusTransaction.requiringNew().run(() -> {
                        entities.persist(new Item(name));
                        feeds.append(feed, event("item/1"));
                    }));

            assertTrue(rootCauses(failure).contains("broken"), () -> rootCauses(failure));
        } finally {
            service.asSuperuser("ALTER TABLE event DROP CONSTRAINT broken");
        }
        assertEquals(List.of(), service.query("SELECT name FROM item WHERE name = '" + name + "'"));
    }

    @Test
    void aChangeThatCannotBeFlushedLeavesNoEvent() {
        String name = ExampleService.newName("item");
        QuarkusTransaction.requiringNew().run(() -> entities.persist(new Item(name)));

        assertThrows(Exception.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            feeds.append(feed, event("item/1"));
            entities.persist(new Item(name));
        }));

        assertEquals(List.of(), positionsAndSubjects());
    }

    @Test
    void theFeedIsLockedOnlyAfterTheFlush() throws Exception {
        String name = ExampleService.newName("item");
        try (Connection rival = worker.getConnection()) {
            rival.setAutoCommit(false);
            execute(rival, "INSERT INTO item (name) VALUES ('" + name + "')");
            CompletableFuture<Void> slow = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        feeds.append(feed, event("item/slow"));
                        entities.persist(new Item(name));
                    }));
            await().until(() -> !service.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                            + " AND usename = 'example_application'")
                    .isEmpty());

            appendByJdbc("item/quick", "2s");
            rival.rollback();
            slow.get(30, TimeUnit.SECONDS);
        }

        assertEquals(List.of("1 item/quick", "2 item/slow"), positionsAndSubjects());
    }

    @Test
    void twoFeedsInOneTransactionNeverDeadlock() {
        String other = ExampleService.newName("append");
        int rounds = 150;

        CompletableFuture<Void> oneWay = CompletableFuture.runAsync(() -> appendToBoth(rounds, feed, other));
        CompletableFuture<Void> otherWay = CompletableFuture.runAsync(() -> appendToBoth(rounds, other, feed));
        CompletableFuture.allOf(oneWay, otherWay)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();

        assertEquals(2L * rounds, reader.position(feed));
        assertEquals(2L * rounds, reader.position(other));
    }

    @Test
    void backgroundWorkAppendsOnItsOwnConnection() throws SQLException {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            feeds.append(connection, feed, List.of(event("item/1"), event("item/2")));
            feeds.append(connection, feed, List.of());
            assertEquals(List.of(), positionsAndSubjects());
            connection.commit();
        }

        assertEquals(List.of("1 item/1", "2 item/2"), positionsAndSubjects());
    }

    @Test
    void aConnectionThatCommitsByItselfIsRefused() throws SQLException {
        try (Connection connection = worker.getConnection()) {
            assertThrows(IllegalStateException.class, () -> feeds.append(connection, feed, List.of(event("item/1"))));
        }
        assertEquals(List.of(), positionsAndSubjects());
    }

    @Test
    void whatNoFeedCanHoldIsRefusedBeforeTheCommit() {
        assertThrows(IllegalArgumentException.class, () -> new NewEvent(" ", "item/1", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new NewEvent("item.changed", "x".repeat(201), Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new NewEvent("item.changed", "item/1", null));
        assertRefused(feed, new NewEvent("item.changed", "item/1", Map.of("text", "é".repeat(8 * 1024))));
        assertRefused(feed, new NewEvent("item.changed", "item/1", new Object()));
        assertRefused("No Feed; DROP", event("item/1"));
        assertRefused(null, event("item/1"));
        assertEquals(List.of(), positionsAndSubjects());
    }

    private void assertRefused(String name, NewEvent event) {
        assertThrows(IllegalArgumentException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> feeds.append(name, event)));
    }

    private void appendToBoth(int rounds, String first, String second) {
        for (int round = 0; round < rounds; round++) {
            QuarkusTransaction.requiringNew().run(() -> {
                feeds.append(first, event("item/1"));
                feeds.append(second, event("item/1"));
            });
        }
    }

    private void append(String subject) {
        QuarkusTransaction.requiringNew().run(() -> feeds.append(feed, event(subject)));
    }

    private void appendByJdbc(String subject, String lockTimeout) throws SQLException {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "SET LOCAL lock_timeout = '" + lockTimeout + "'");
            feeds.append(connection, feed, List.of(event(subject)));
            connection.commit();
        }
    }

    private List<String> positionsAndSubjects() {
        return reader.read(feed, 0, 100).stream()
                .map(event -> event.position() + " " + event.subject())
                .toList();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String rootCauses(Throwable failure) {
        StringBuilder causes = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.append(cause).append('\n');
        }
        return causes.toString();
    }

    private static NewEvent event(String subject) {
        return new NewEvent("item.changed", subject, Map.of());
    }
}
