package nl.etalage.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
    private static final int PLENTY = 100_000;

    private static StandInPlatform platform;
    private static Client zeist;

    @BeforeAll
    static void start() {
        platform = StandInPlatform.start(StandInOptions.defaults().withRateLimit(PLENTY));
        zeist = Client.of(platform, "zeist");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1", "{\"status\":}", "nonsense", "{\"status\":\"a\"} {}"})
    void brokenJsonIsRefused(String json) {
        Client.Reply reply = zeist.postJson("/api/v1/statuses", json);

        assertEquals(400, reply.status());
        assertEquals("Error occurred while parsing request parameters", reply.error());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "3",
                "\"text\"",
                "{\"status\":{\"a\":1}}",
                "{\"status\":\"x\",\"media_ids\":[1e99,null,{}]}",
                "{\"status\":\"x\",\"media_ids\":[99999999999999999999999]}",
                "{\"status\":\"x\",\"visibility\":\"<script>\"}"
            })
    void jsonOfAnotherShapeIsRefused(String json) {
        assertEquals(422, zeist.postJson("/api/v1/statuses", json).status());
    }

    @Test
    void jsonNestedDeeplyIsRefused() {
        assertEquals(
                400, zeist.postJson("/api/v1/statuses", "[".repeat(100_000)).status());
    }

    @Test
    void halfASurrogateIsPostedAsAQuestionMark() {
        Client.Reply reply = zeist.postJson("/api/v1/statuses", "{\"status\":\"\\ud83d half\"}");

        assertEquals("<p>? half</p>", reply.json().path("content").asText());
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        Client.Reply reply = zeist.postJson("/api/v1/statuses", "{\"status\":\"" + "x".repeat(1_100_000) + "\"}");

        assertEquals(413, reply.status());
        assertEquals("The body is too large", reply.error());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--x|Content-Disposition: form-data; name='file'; filename='a'|",
                "--x|Content-Disposition: form-data; name='file'; filename='a'|Content-Transfer-Encoding: rot13||a|--x--|",
                "--x|Content-Disposition: form-data; name='file'; filename='a'|Content-Type: a/b; charset=none||a|--x--|",
                "--x|Content-Disposition: form-data; filename='../../../evil'||a|--x--|",
                "--x|Content-Disposition: form-data; name='description'||a|--x--|",
                "--x|||--x--",
                "no boundary at all",
                ""
            })
    void aBrokenMultipartBodyIsRefused(String lines) {
        String body = lines.replace("|", "\r\n").replace('\'', '"');

        Client.Reply reply = zeist.send(zeist.to("/api/v2/media")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body)));

        assertTrue(reply.status() >= 400 && reply.status() < 500, reply.status() + " " + reply.text());
        assertTrue(reply.json().path("error").isTextual());
    }

    @Test
    void aFormWithThousandsOfFieldsIsRefused() {
        Client.Reply reply = zeist.send(zeist.to("/api/v1/statuses")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=1&".repeat(5_000))));

        assertEquals(400, reply.status());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/statuses/abc, 404",
        "/api/v1/statuses/99999999999999999999999, 404",
        "/api/v1/statuses/-1, 404",
        "/api/v1/statuses/1%00, 404",
        "/api/v1/accounts/x/statuses, 404",
        "/api/v1/accounts/lookup, 404",
        "/api/v1/accounts/lookup?acct=%00, 404",
        "/api/v1/media/..%2f..%2fledger.jsonl, 404",
        "/api/v3/anything, 404",
        "/api, 404",
        "/@%ff, 404",
        "/media/..%2f..%2fledger.jsonl/x, 404",
        "/stand-in/nothing, 404",
    })
    void whatIsNotThereIsNotFound(String path, int status) {
        assertEquals(status, zeist.get(path).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=-9223372036854775808",
                "limit=abc&max_id=abc",
                "max_id=5&min_id=10",
                "max_id=9223372036854775807&since_id=9223372036854775806",
                "min_id=-9223372036854775808&max_id=-9223372036854775808",
                "limit=0"
            })
    void anyRangeOfStatusesIsAnswered(String query) {
        String account = zeist.get("/api/v1/accounts/verify_credentials")
                .json()
                .path("id")
                .asText();

        Client.Reply reply = zeist.get("/api/v1/accounts/" + account + "/statuses?" + query);

        assertEquals(200, reply.status());
        assertTrue(reply.json().isArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/statuses/%zz HTTP/1.1",
                "GET /tags/% HTTP/1.1",
                "GET /@zeist?before=% HTTP/1.1",
                "NONSENSE"
            })
    void aBrokenRequestLineIsRefused(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), platform.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            InputStream input = socket.getInputStream();
            String answer = new String(input.readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1\\.[01] 4\\d\\d .*"), answer);
        }
    }

    @Test
    void otherMethodsFindNothing() {
        for (String method : new String[] {"PUT", "PATCH", "DELETE", "OPTIONS", "BREW"}) {
            Client.Reply reply =
                    zeist.send(zeist.to("/api/v1/statuses").method(method, HttpRequest.BodyPublishers.ofString("x")));

            assertEquals(404, reply.status(), method);
        }
    }

    @Test
    void itListensToThisMachineOnly() throws IOException {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThrows(IOException.class, () -> new Socket(address, platform.port()).close());
                }
            }
        }
    }
}
