package nl.etalage.idempotency;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.etalage.testing.ServicePostgres;
import nl.etalage.testing.SettableClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "probe"))
class IdempotentTest {

    @Inject
    SettableClock clock;

    @ConfigProperty(name = "etalage.database.url")
    String url;

    @BeforeEach
    void emptyTables() throws Exception {
        NoteResource.gate = new CountDownLatch(0);
        String table = new String(
                IdempotentTest.class.getResourceAsStream("/idempotency.sql").readAllBytes(), StandardCharsets.UTF_8);
        try (Connection owner = DriverManager.getConnection(url, "probe_owner", "test");
                Statement statement = owner.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS note, idempotency_key; CREATE TABLE note (text text); " + table
                    + "GRANT SELECT, INSERT ON note TO probe_application;"
                    + "GRANT SELECT, INSERT, UPDATE ON idempotency_key TO probe_application;"
                    + "GRANT SELECT, DELETE ON idempotency_key TO probe_worker;");
        }
    }

    private static RequestSpecification request(String person, String key) {
        RequestSpecification request =
                given().auth().preemptive().basic(person, person).contentType("application/json");
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private static ValidatableResponse write(String person, String key, String text) {
        return request(person, key)
                .body("{\"text\": \"" + text + "\"}")
                .post("/notes")
                .then();
    }

    private int notes() throws SQLException {
        try (Connection owner = DriverManager.getConnection(url, "probe_owner", "test");
                Statement statement = owner.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM note")) {
            count.next();
            return count.getInt(1);
        }
    }

    @Test
    void theSameRequestGetsTheSameAnswerAndWritesOnce() throws SQLException {
        write("anna", "k1", "één").statusCode(201).header("Idempotency-Replayed", nullValue());
        write("anna", "k1", "één")
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("ETag", "\"1\"")
                .header("Location", org.hamcrest.Matchers.endsWith("/notes/1"))
                .contentType("application/json")
                .body("text", equalTo("één"));
        assertEquals(1, notes());
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefusedAndNothingIsLost() throws SQLException {
        write("anna", "k1", "one").statusCode(201);
        write("anna", "k1", "two")
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/idempotency-key-reused"));
        write("anna", "k1", "one").statusCode(201);
        assertEquals(1, notes());
    }

    @Test
    void twoPeopleMayUseTheSameKey() throws SQLException {
        write("anna", "k1", "one").statusCode(201);
        write("bert", "k1", "two").statusCode(201).header("Idempotency-Replayed", nullValue());
        assertEquals(2, notes());
    }

    @Test
    void withoutAKeyEveryRequestWrites() throws SQLException {
        write("anna", null, "one").statusCode(201);
        write("anna", null, "one").statusCode(201);
        assertEquals(2, notes());
    }

    @Test
    void aRefusedWriteIsNotRememberedAndLeavesNothing() throws SQLException {
        write("anna", "k1", "refused").statusCode(409);
        assertEquals(0, notes());
        write("anna", "k1", "now good").statusCode(201);
        assertEquals(1, notes());
    }

    @Test
    void aRequestWhoseFirstStillRunsIsToldToWait() throws Exception {
        NoteResource.entered = new CountDownLatch(1);
        NoteResource.gate = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(
                () -> write("anna", "k1", "one").extract().statusCode());
        NoteResource.entered.await(10, TimeUnit.SECONDS);
        write("anna", "k1", "one").statusCode(409).header("Retry-After", "1");
        NoteResource.gate.countDown();
        assertEquals(201, first.get(10, TimeUnit.SECONDS));
        write("anna", "k1", "one").statusCode(201).header("Idempotency-Replayed", "true");
        assertEquals(1, notes());
    }

    @Test
    void twentyAtOnceWriteOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            Callable<Integer> same = () -> write("anna", "k1", "one").extract().statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : threads.invokeAll(Collections.nCopies(20, same))) {
                statuses.add(status.get());
            }
            statuses.removeIf(status -> status == 409);
            assertEquals(Collections.nCopies(statuses.size(), 201), statuses);
            assertEquals(1, notes());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void afterADayAKeyIsFreeAgain() throws SQLException {
        clock.set(Instant.parse("2027-03-27T10:00:00Z"));
        write("anna", "k1", "one").statusCode(201);
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        write("anna", "k1", "two").statusCode(201).header("Idempotency-Replayed", nullValue());
        assertEquals(2, notes());
    }

    @Test
    void housekeepingForgetsOldAnswersOnly() throws SQLException {
        clock.set(Instant.parse("2027-03-27T10:00:00Z"));
        write("anna", "old", "one").statusCode(201);
        clock.advance(Duration.ofHours(20));
        write("anna", "new", "two").statusCode(201);
        try (Connection worker = DriverManager.getConnection(url, "probe_worker", "test")) {
            assertEquals(1, IdempotencyCleanup.run(worker, Instant.parse("2027-03-28T10:00:00Z")));
        }
        write("anna", "new", "two").header("Idempotency-Replayed", "true");
    }

    @Test
    void anUploadIsTheSameWhenItsBytesAre() throws SQLException {
        upload("k1", "picture").statusCode(200).header("Idempotency-Replayed", nullValue());
        upload("k1", "picture").statusCode(200).header("Idempotency-Replayed", "true");
        upload("k1", "another").statusCode(422);
        assertEquals(1, notes());
    }

    private static ValidatableResponse upload(String key, String content) {
        return given().auth()
                .preemptive()
                .basic("anna", "anna")
                .header("Idempotency-Key", key)
                .multiPart("file", "a.jpg", content.getBytes(StandardCharsets.UTF_8))
                .post("/notes/file")
                .then();
    }

    @Test
    void anAnswerWithoutABodyIsRememberedToo() throws SQLException {
        request("anna", "k1").post("/notes/empty").then().statusCode(204);
        request("anna", "k1").post("/notes/empty").then().statusCode(204).header("Idempotency-Replayed", "true");
        assertEquals(1, notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "é"})
    void aKeyThatIsNoKeyIsRefused(String key) throws SQLException {
        write("anna", key, "one").statusCode(400);
        write("anna", "k".repeat(256), "one").statusCode(400);
        assertEquals(0, notes());
    }
}
