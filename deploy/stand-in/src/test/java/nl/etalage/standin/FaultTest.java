package nl.etalage.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.fault.FaultKind;
import nl.etalage.standin.journal.SeenRequest;
import nl.etalage.standin.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final String POST = "POST /api/v1/statuses";

    private StandInPlatform platform;
    private Client zeist;

    @BeforeEach
    void start() {
        platform = StandInPlatform.start(StandInOptions.defaults());
        zeist = Client.of(platform, "zeist");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void acceptThenTimeOutPostsAndStaysSilent() {
        platform.fault(Fault.of(FaultKind.ACCEPT_THEN_TIME_OUT).on(POST).times(1));

        assertThrows(HttpTimeoutException.class, () -> Client.trySend(post("stil", Duration.ofSeconds(4))));

        assertEquals("stil", platform.posts("zeist").get(0).text());
        SeenRequest seen = platform.requests("zeist").get(0);
        assertNull(seen.status());
        assertEquals(FaultKind.ACCEPT_THEN_TIME_OUT, seen.fault());
        Client.Reply again = zeist.post("stil", "key");
        assertEquals(
                platform.posts("zeist").get(0).id(), again.json().path("id").asText());
        assertEquals(1, platform.posts("zeist").size());
    }

    @Test
    void acceptThenClosePostsAndHangsUp() {
        platform.fault(Fault.of(FaultKind.ACCEPT_THEN_CLOSE).on(POST).times(1));

        IOException failure =
                assertThrows(IOException.class, () -> Client.trySend(post("opgehangen", Duration.ofSeconds(20))));

        assertTrue(!(failure instanceof HttpTimeoutException), failure.toString());
        assertEquals("opgehangen", platform.posts("zeist").get(0).text());
        assertNull(platform.requests("zeist").get(0).status());
    }

    @Test
    void timeOutDoesNothingAndStaysSilent() {
        platform.fault(Fault.of(FaultKind.TIME_OUT).on(POST).times(1));

        assertThrows(HttpTimeoutException.class, () -> Client.trySend(post("verloren", Duration.ofSeconds(1))));

        assertEquals(List.of(), platform.posts("zeist"));
        assertNull(platform.requests("zeist").get(0).status());
    }

    @Test
    void tooManyRequestsTellsWhenToComeBack() {
        platform.fault(Fault.of(FaultKind.TOO_MANY_REQUESTS).on(POST).times(1).retryAfter("2"));

        Client.Reply reply = zeist.post("te druk", "key");

        assertEquals(429, reply.status());
        assertEquals("2", reply.header("Retry-After"));
        assertEquals("0", reply.header("X-RateLimit-Remaining"));
        assertEquals("Too many requests", reply.error());
        assertEquals(200, zeist.post("te druk", "key").status());
    }

    @Test
    void unavailableDoesNothing() {
        platform.fault(Fault.of(FaultKind.UNAVAILABLE).times(2));

        Client.Reply first = zeist.post("dicht", "key");
        Client.Reply second = zeist.get("/api/v2/instance");
        Client.Reply third = zeist.get("/api/v2/instance");

        assertEquals(503, first.status());
        assertEquals("There was a temporary problem serving your request, please try again", first.error());
        assertNull(first.header("Retry-After"));
        assertEquals(503, second.status());
        assertEquals(200, third.status());
        assertEquals(List.of(), platform.posts("zeist"));
    }

    @Test
    void aRevokedTokenStaysRevokedForThatAccountOnly() {
        platform.fault(Fault.of(FaultKind.TOKEN_REVOKED).forAccount("zeist"));

        assertEquals(401, zeist.post("x", "1").status());
        Client.Reply reply = zeist.get("/api/v1/accounts/verify_credentials");

        assertEquals(401, reply.status());
        assertEquals("The access token was revoked", reply.error());
        assertEquals(
                200,
                Client.of(platform, "utrecht")
                        .get("/api/v1/accounts/verify_credentials")
                        .status());
        platform.clearFaults();
        assertEquals(200, zeist.get("/api/v1/accounts/verify_credentials").status());
    }

    @Test
    void aMalformedBodyComesAfterThePostWasMade() {
        platform.fault(Fault.of(FaultKind.MALFORMED_BODY).on(POST).times(1));

        Client.Reply reply = zeist.post("halve zin", "key");

        assertEquals(200, reply.status());
        assertThrows(JsonProcessingException.class, () -> Json.parse(reply.text()));
        assertEquals(1, platform.posts("zeist").size());
    }

    @Test
    void slowPostsAtOnceAndAnswersLate() {
        Duration delay = Duration.ofMillis(400);
        platform.fault(Fault.of(FaultKind.SLOW).on(POST).times(1).delay(delay));
        long start = System.nanoTime();

        Client.Reply reply = zeist.post("traag", "key");

        assertEquals(200, reply.status());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(delay) >= 0);
        assertEquals(1, platform.posts("zeist").size());
    }

    @Test
    void aFaultHitsOnlyTheCallItNames() {
        platform.fault(Fault.of(FaultKind.UNAVAILABLE).on("GET /api/v1/media/*"));
        String id = zeist.picture("foto");

        assertEquals(503, zeist.get("/api/v1/media/" + id).status());
        assertEquals(404, zeist.get("/api/v1/statuses/" + id).status());
        assertEquals(200, zeist.post("gaat door", "key").status());
    }

    @Test
    void askingAgainReplacesTheFaultForTheSameCall() {
        platform.fault(Fault.of(FaultKind.UNAVAILABLE).on(POST));
        platform.fault(Fault.of(FaultKind.TOO_MANY_REQUESTS).on(POST).times(1));

        assertEquals(429, zeist.post("x", "1").status());
        assertEquals(200, zeist.post("x", "1").status());
    }

    @Test
    void faultsAreAskedAndClearedOverHttp() {
        Client anyone = Client.anonymous(platform);

        Client.Reply asked = anyone.put(
                "/stand-in/faults",
                """
                {"account": "zeist", "on": "POST /api/v1/statuses", "fault": "429", "times": 3, "retryAfter": "2"}
                """);
        Client.Reply hit = zeist.post("x", "1");
        Client.Reply standing = anyone.get("/stand-in/faults");
        Client.Reply cleared = anyone.delete("/stand-in/faults");

        assertEquals(200, asked.status());
        assertEquals(429, hit.status());
        assertEquals("2", hit.header("Retry-After"));
        assertEquals(2, standing.json().path("faults").path(0).path("times").asInt());
        assertEquals("429", standing.json().path("faults").path(0).path("fault").asText());
        assertEquals(204, cleared.status());
        assertEquals(200, zeist.post("x", "1").status());
    }

    @Test
    void everyFaultCanBeAskedByName() {
        for (FaultKind kind : FaultKind.values()) {
            Client.Reply reply = Client.anonymous(platform)
                    .put("/stand-in/faults", "{\"fault\":\"" + kind.wireName() + "\",\"delayMillis\":5}");

            assertEquals(200, reply.status(), kind.wireName());
        }
    }

    @Test
    void aFaultThatCannotHappenIsRefusedWithTheReason() {
        Map<String, String> reasons = Map.of(
                "{}", "fault is missing",
                "{\"fault\":\"earthquake\"}", "There is no fault named earthquake",
                "{\"fault\":\"503\",\"time\":1}", "A fault has no field time",
                "{\"fault\":\"503\",\"times\":0}", "times is at least 1, or left out",
                "{\"fault\":\"slow\",\"delayMillis\":60001}", "delayMillis lies between 0 and 60000",
                "{\"fault\":\"503\",\"on\":\"statuses\"}", "on looks like: POST /api/v1/statuses",
                "{\"fault\":\"503\",\"retryAfter\":\"2\\r\\nX: y\"}", "retryAfter is seconds or a date",
                "null", "A fault is a JSON object");

        reasons.forEach((json, reason) -> {
            Client.Reply reply = Client.anonymous(platform).put("/stand-in/faults", json);
            assertEquals(422, reply.status(), json);
            assertEquals(reason, reply.error());
        });
    }

    @Test
    void theJournalTellsEveryCall() {
        zeist.post("een", "key-1");
        zeist.get("/api/v1/statuses/1?x=y");
        Client.withToken(platform, "unknown").get("/api/v2/instance");

        Client.Reply own = Client.anonymous(platform).get("/stand-in/requests?account=zeist");
        Client.Reply all = Client.anonymous(platform).get("/stand-in/requests");

        assertEquals(2, own.json().path("requests").size());
        assertEquals(3, all.json().path("requests").size());
        SeenRequest first = platform.requests("zeist").get(0);
        assertEquals("POST", first.method());
        assertEquals("/api/v1/statuses", first.path());
        assertEquals("key-1", first.idempotencyKey());
        assertEquals(200, first.status());
        assertEquals(404, own.json().path("requests").path(1).path("status").asInt());
        assertEquals(
                "/api/v1/statuses/1",
                own.json().path("requests").path(1).path("path").asText());
    }

    @Test
    void thePostsOfAnAccountAreShownAsJson() {
        String picture = zeist.picture("Een mand");
        zeist.postJson(
                "/api/v1/statuses",
                "{\"status\":\"Manden\",\"media_ids\":[\"" + picture + "\"]}",
                "Idempotency-Key",
                "key-1");

        Client.Reply reply = Client.anonymous(platform).get("/stand-in/accounts/zeist/posts");

        assertEquals(2, reply.json().path("requests").asInt());
        assertEquals("Manden", reply.json().path("posts").path(0).path("text").asText());
        assertEquals(
                "key-1",
                reply.json().path("posts").path(0).path("idempotency_key").asText());
        assertTrue(reply.json().path("posts").path(0).path("created_at").isTextual());
        assertEquals(
                "Een mand",
                reply.json()
                        .path("posts")
                        .path(0)
                        .path("media")
                        .path(0)
                        .path("description")
                        .asText());
    }

    private HttpRequest.Builder post(String text, Duration patience) {
        return zeist.to("/api/v1/statuses")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key")
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString("{\"status\":\"" + text + "\"}"));
    }
}
