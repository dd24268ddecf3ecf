package nl.etalage.eventfeed;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.etalage.testing.ServicePostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "example"))
class FeedOverHttpTest {

    @Inject
    EventFeed feeds;

    @Inject
    FeedReader reader;

    @Inject
    ObjectMapper json;

    @Inject
    ExampleService service;

    @TestHTTPResource("/events")
    URI events;

    private final String feed = ExampleService.newName("http");

    @AfterEach
    void releaseTheClock() {
        service.settableClock().release();
    }

    @Test
    void aBatchIsCloudEventsInJson() throws Exception {
        service.settableClock().set(Instant.parse("2026-12-05T09:00:00Z"));
        append("item/1");

        Response answer = get(Map.of());

        assertEquals(CloudEvent.BATCH, answer.contentType().replaceAll(";.*", ""));
        JsonNode expected = json.readTree(
                """
                [{"specversion": "1.0", "id": "1", "source": "/example-service", "type": "item.changed",
                  "subject": "item/1", "time": "2026-12-05T09:00:00Z", "datacontenttype": "application/json",
                  "data": {"name": "item/1"}}]""");
        assertEquals(expected, json.readTree(answer.asString()));
    }

    @Test
    void withoutATimeoutTheAnswerComesAtOnceAlsoWhenItIsNothing() {
        long started = System.nanoTime();

        assertEquals("[]", get(Map.of("lastEventId", "0")).asString());

        assertTrue(System.nanoTime() - started < TimeUnit.SECONDS.toNanos(5));
    }

    @Test
    void aLongPollIsAnsweredWhenSomethingHappens() throws Exception {
        append("item/1");
        CompletableFuture<Response> poll =
                CompletableFuture.supplyAsync(() -> get(Map.of("lastEventId", "1", "timeout", "20000")));
        await().until(() -> reader.waiting() == 1);
        append("item/2");

        assertEquals(List.of("2"), poll.get(30, TimeUnit.SECONDS).jsonPath().getList("id"));
    }

    @Test
    void aLongPollEndsEmptyAtItsTimeout() {
        assertEquals("[]", get(Map.of("timeout", "200")).asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "-1",
                "+1",
                "1.0",
                "1e3",
                "0x10",
                "abc",
                "null",
                "1;DROP TABLE event",
                "1 OR 1=1",
                "٣",
                "²",
                "9223372036854775808",
                "99999999999999999999",
                "..%2f",
                "<script>",
                "1,2",
                "\u0000",
                "1\n"
            })
    void whatIsNoEventIdIsRefusedWithAReason(String lastEventId) {
        given().queryParam("feed", feed)
                .queryParam("lastEventId", lastEventId)
                .when()
                .get(events)
                .then()
                .statusCode(400)
                .body("detail", containsString("event id"));
    }

    @Test
    void anEmptyEventIdIsNotTakenForTheStart() {
        assertThrows(InvalidFeedRequestException.class, () -> reader.serve(feed, "", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "1000000", "0000000000000000002"})
    void anEventIdBeyondTheEndWaitsForWhatComesAfterIt(String lastEventId) {
        append("item/1");

        assertEquals("[]", get(Map.of("lastEventId", lastEventId)).asString());
        assertEquals(
                "[]", get(Map.of("lastEventId", lastEventId, "timeout", "50")).asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "30001", "9223372036854775807"})
    void aTimeoutOutOfRangeIsRefused(String timeout) {
        given().queryParam("feed", feed)
                .queryParam("timeout", timeout)
                .when()
                .get(events)
                .then()
                .statusCode(400)
                .body("detail", equalTo("A timeout is 0 to 30000 milliseconds."));
    }

    @Test
    void aClientThatHangsUpIsNotWaitedFor() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            Socket socket = new Socket(events.getHost(), events.getPort());
            socket.getOutputStream()
                    .write(("GET /events?feed=" + feed + "&timeout=30000 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
        }
        await().until(() -> reader.waiting() == 5);

        for (Socket socket : sockets) {
            socket.close();
        }

        await().atMost(5, TimeUnit.SECONDS).until(() -> reader.waiting() == 0);
    }

    private Response get(Map<String, String> parameters) {
        return given().queryParam("feed", feed)
                .queryParams(parameters)
                .when()
                .get(events)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private void append(String subject) {
        QuarkusTransaction.requiringNew()
                .run(() -> feeds.append(feed, new NewEvent("item.changed", subject, Map.of("name", subject))));
    }
}
