package nl.etalage.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The {@code Idempotency-Key} of https://docs.joinmastodon.org/methods/statuses/#create */
class IdempotencyTest {
    private final SettableClock clock = new SettableClock("2026-12-05T09:00:00Z");
    private StandInPlatform platform;
    private Client zeist;

    @BeforeEach
    void start() {
        platform = StandInPlatform.start(StandInOptions.defaults().withClock(clock));
        zeist = Client.of(platform, "zeist");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void theSameKeyGivesTheSamePostWhateverTheBody() {
        Client.Reply first = zeist.post("eerste tekst", "key");

        Client.Reply second = zeist.post("andere tekst", "key");

        assertEquals(200, second.status());
        assertEquals(first.json().path("id"), second.json().path("id"));
        assertEquals("<p>eerste tekst</p>", second.json().path("content").asText());
        assertEquals(1, platform.posts("zeist").size());
        assertEquals(2, platform.posts("zeist").get(0).requests());
    }

    @Test
    void theSameKeyGivesTheSamePostEvenWhenItsPictureIsTaken() {
        String json = "{\"status\":\"met foto\",\"media_ids\":[\"" + zeist.picture("foto") + "\"]}";
        Client.Reply first = zeist.postJson("/api/v1/statuses", json, "Idempotency-Key", "key");

        Client.Reply second = zeist.postJson("/api/v1/statuses", json, "Idempotency-Key", "key");

        assertEquals(200, second.status());
        assertEquals(first.json().path("id"), second.json().path("id"));
    }

    @Test
    void twentyAtOnceGiveOnePost() throws ExecutionException, InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(20);
        Set<String> ids = new HashSet<>();
        for (Future<Client.Reply> reply : callers.invokeAll(IntStream.range(0, 20)
                .<Callable<Client.Reply>>mapToObj(i -> () -> zeist.post("bericht " + i, "key"))
                .toList())) {
            assertEquals(200, reply.get().status());
            ids.add(reply.get().json().path("id").asText());
        }
        callers.shutdown();

        assertEquals(1, ids.size());
        assertEquals(1, platform.posts("zeist").size());
        assertEquals(20, platform.posts("zeist").get(0).requests());
    }

    @Test
    void theKeyIsForgottenAfterAnHour() {
        Client.Reply first = zeist.post("bericht", "key");
        clock.pass(Duration.ofMinutes(59));
        Client.Reply within = zeist.post("bericht", "key");
        clock.pass(Duration.ofMinutes(1));

        Client.Reply after = zeist.post("bericht", "key");

        assertEquals(first.json().path("id"), within.json().path("id"));
        assertNotEquals(first.json().path("id"), after.json().path("id"));
        assertEquals(2, platform.posts("zeist").size());
    }

    @Test
    void withoutAKeyEveryCallIsAPost() {
        zeist.postJson("/api/v1/statuses", "{\"status\":\"dubbel\"}");

        zeist.postJson("/api/v1/statuses", "{\"status\":\"dubbel\"}");

        assertEquals(2, platform.posts("zeist").size());
    }

    @Test
    void aRefusedPostLeavesItsKeyFree() {
        assertEquals(422, zeist.post("x".repeat(501), "key").status());

        assertEquals(200, zeist.post("kort genoeg", "key").status());
    }

    @Test
    void theKeyOfARemovedPostDoesNotPostAgain() {
        String id = zeist.post("weg", "key").json().path("id").asText();
        zeist.delete("/api/v1/statuses/" + id);

        Client.Reply reply = zeist.post("weg", "key");

        assertEquals(404, reply.status());
        assertEquals(0, platform.posts("zeist").size());
    }
}
