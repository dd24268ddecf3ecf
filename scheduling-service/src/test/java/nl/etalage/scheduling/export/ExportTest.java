package nl.etalage.scheduling.export;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.etalage.scheduling.Winkel;
import org.junit.jupiter.api.Test;

/** A shop takes everything along that is kept of it. */
@QuarkusTest
class ExportTest {

    private static final String EXPORT = "/api/v1/exports/delivery?shop=";
    private static final String LATER = "2027-05-05T10:00";

    /** No two attempts have the same id. */
    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    /** By which kind of item a table goes out. */
    private static final Map<String, ExportKind> EXPORTED = Map.of(
            "channel", ExportKind.CHANNEL,
            "publication", ExportKind.PUBLICATION,
            "attempt", ExportKind.ATTEMPT,
            "notice", ExportKind.NOTICE,
            "audit", ExportKind.AUDIT);

    /** Why a table doesn't. */
    private static final Map<String, String> KEPT_HERE = Map.ofEntries(
            Map.entry("shop", "a copy; shops-service exports it"),
            Map.entry("membership", "a copy; shops-service exports it"),
            Map.entry("integration", "a copy; shops-service exports it"),
            Map.entry("adaptation", "a copy; content-service exports it"),
            Map.entry("recall", "the network's; what it did stands in the publication"),
            Map.entry("ending", "the network's; what it did stands in the notice"),
            Map.entry(
                    "picture_end",
                    "a copy; content-service exports the asset, and what it did stands in the publication"),
            Map.entry("dropped_picture", "the network's; what it did stands in the publication"),
            Map.entry("story_correction", "a copy; content-service knows the revisions"),
            Map.entry("picture_recall", "the network's; what it did stands in the publication"),
            Map.entry("turn", "whose turn it is on a channel, from moment to moment"),
            Map.entry("mail", "mail on its way, without address or text"),
            Map.entry("idempotency_key", "answers to repeat within 24 hours"),
            Map.entry("event", "ids and states of what is in the other tables, for our own services"),
            Map.entry("event_feed", "a counter"),
            Map.entry("feed_cursor", "a counter"),
            Map.entry("scheduled_tasks", "when housekeeping runs"),
            Map.entry("flyway_schema_history", "the migrations that ran"));

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    @Test
    void everyTableGoesOutOrHasAReasonNotTo() throws SQLException {
        Set<String> known = new TreeSet<>(EXPORTED.keySet());
        known.addAll(KEPT_HERE.keySet());
        assertEquals(known, tables(), "A new table: let the export hold it, or say here why not");
        assertEquals(Set.of(ExportKind.values()), Set.copyOf(EXPORTED.values()));
    }

    @Test
    void aFullShopComesWholeAndInOrderWhateverThePage() throws SQLException {
        Winkel winkel = full();
        List<Map<String, ?>> items = walk(() -> winkel.as("manager"), winkel.slug(), 2);
        List<String> kinds = new ArrayList<>(new LinkedHashSet<>(
                items.stream().map(item -> (String) item.get("kind")).toList()));
        assertEquals(Arrays.stream(ExportKind.values()).map(ExportKind::word).toList(), kinds);
        long different = items.stream()
                .map(item -> item.get("kind") + "/" + item.get("id"))
                .distinct()
                .count();
        assertEquals(items.size(), different);
        // Both trails have the line that the first page of the first walk wrote.
        assertEquals(
                items.size(),
                walk(() -> winkel.as("manager"), winkel.slug(), 100).size());
    }

    @Test
    void aPublicationComesWithItsTextItsAttemptsAndWhereItStands() {
        Winkel winkel = Winkel.open();
        Response planned = winkel.plan("manager", winkel.mastodon(), winkel.adaptation("Dit ging eruit"), Winkel.in(2));
        planned.then().statusCode(201);
        String id = planned.path("id");
        winkel.awaitState(id, "published");
        JsonPath export = winkel.as("manager").get(EXPORT + winkel.slug()).jsonPath();
        String publication = "items.find { it.kind == 'publication' }.data";
        assertEquals(
                winkel.as("manager")
                        .get("/api/v1/publications/{id}", id)
                        .jsonPath()
                        .getMap("$"),
                export.getMap(publication));
        assertTrue(export.getString(publication + ".text").startsWith("Dit ging eruit"));
        assertEquals(List.of("publish"), export.getList(publication + ".attempts.kind"));
        assertTrue(export.getString(publication + ".permalink").startsWith("http"));
    }

    @Test
    void everyAttemptComesAlsoThoseThatAPublicationNoLongerShows() throws SQLException {
        Winkel winkel = Winkel.open();
        String id = winkel.plan("manager", winkel.assisted(), winkel.adaptation("Vaak geprobeerd"), LATER)
                .path("id");
        for (int number = 1; number <= 25; number++) {
            attempt(winkel.slug(), id, number);
        }
        List<Map<String, ?>> items = walk(() -> winkel.as("manager"), winkel.slug(), 7);
        List<?> shown = items.stream()
                .filter(item -> item.get("kind").equals("publication"))
                .map(item -> ((List<?>) ((Map<?, ?>) item.get("data")).get("attempts")).size())
                .toList();
        List<? extends Map<?, ?>> attempts = items.stream()
                .filter(item -> item.get("kind").equals("attempt"))
                .map(item -> (Map<?, ?>) item.get("data"))
                .toList();
        assertEquals(List.of(20), shown);
        assertEquals(
                IntStream.rangeClosed(1, 25).boxed().toList(),
                attempts.stream().map(attempt -> attempt.get("number")).toList());
        assertEquals(
                Set.of(id),
                attempts.stream().map(attempt -> attempt.get("publication")).collect(Collectors.toSet()));
        assertEquals("De server zei nee.", attempts.get(0).get("detail"));
        assertEquals("refused", attempts.get(0).get("outcome"));
    }

    @Test
    void aChannelThatWasDisconnectedComesTooAndNoCredentialDoes() {
        Winkel winkel = Winkel.open();
        String token = "stand-in-" + winkel.account();
        String channel = winkel.mastodon(token, "");
        winkel.as("manager")
                .get(EXPORT + winkel.slug())
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'channel' }.data.state", equalTo("healthy"))
                .body(not(containsString(token)))
                .body(not(containsString("credentials")));
        Response seen = winkel.as("manager").get("/api/v1/channels/{id}", channel);
        winkel.as("manager")
                .header("If-Match", seen.header("ETag"))
                .delete("/api/v1/channels/{id}", channel)
                .then()
                .statusCode(204);
        winkel.as("manager")
                .get(EXPORT + winkel.slug())
                .then()
                .body("items.find { it.kind == 'channel' }.data.id", equalTo(channel))
                .body("items.find { it.kind == 'channel' }.data.state", equalTo("disconnected"));
    }

    @Test
    void nothingOfAnotherShopIsInIt() throws SQLException {
        Winkel winkel = Winkel.open();
        full();
        winkel.as("manager").get(EXPORT + winkel.slug()).then().statusCode(200).body("items", equalTo(List.of()));
    }

    @Test
    void itIsWrittenDownOnceWhoTookIt() throws SQLException {
        Winkel winkel = full();
        walk(() -> winkel.as("manager"), winkel.slug(), 1);
        winkel.as("manager")
                .get("/api/v1/audit/delivery?shop=" + winkel.slug())
                .then()
                .body(
                        "items.findAll { it.action == 'shop.exported' }.member",
                        contains(winkel.member("manager").toString()));
    }

    @Test
    void whoNamesNoShopHearsThatItIsMissing() {
        Winkel.open()
                .as("manager")
                .get("/api/v1/exports/delivery")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("#shop"));
    }

    /** An attempt that failed long ago; ids go up with the number. */
    private void attempt(String shop, String publication, int number) throws SQLException {
        try (Connection connection = worker.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        INSERT INTO attempt (id, publication, shop, number, kind, key, worker, started_at, finished_at,
                                             outcome, detail)
                        VALUES (?, ?, ?, ?, 'publish', ?, 'test', now(), now(), 'refused',
                                jsonb_build_object('key', 'literal', 'arguments',
                                                   jsonb_build_array('De server zei nee.')))""")) {
            insert.setObject(1, new UUID(number, 0));
            insert.setObject(2, UUID.fromString(publication));
            insert.setString(3, shop);
            insert.setInt(4, number);
            insert.setObject(5, UUID.randomUUID());
            insert.executeUpdate();
        }
    }

    /** Two channels, two publications with an attempt, and two notices. */
    private Winkel full() throws SQLException {
        Winkel winkel = Winkel.open();
        String channel = winkel.assisted();
        winkel.assisted();
        for (String text : List.of("Een", "Twee")) {
            String id = winkel.plan("manager", channel, winkel.adaptation(text + " " + winkel.slug()), LATER)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            attempt(winkel.slug(), id, NUMBER.incrementAndGet());
            notice(winkel.slug(), text);
        }
        return winkel;
    }

    private void notice(String shop, String words) throws SQLException {
        try (Connection connection = worker.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        INSERT INTO notice (id, shop, kind, cause, text, at)
                        VALUES (?, ?, 'failure', ?, jsonb_build_object('key', 'literal', 'arguments', jsonb_build_array(?::text)),
                                now())""")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, shop);
            insert.setString(3, words);
            insert.setString(4, words);
            insert.executeUpdate();
        }
    }

    private static List<Map<String, ?>> walk(Supplier<RequestSpecification> who, String shop, int limit) {
        List<Map<String, ?>> items = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = who.get()
                    .get(EXPORT + shop + "&limit=" + limit + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertTrue(page.getList("items").size() <= limit);
            items.addAll(page.<Map<String, ?>>getList("items"));
            next = page.get("nextPageToken") == null ? null : "&pageToken=" + page.getString("nextPageToken");
        }
        return items;
    }

    private Set<String> tables() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
