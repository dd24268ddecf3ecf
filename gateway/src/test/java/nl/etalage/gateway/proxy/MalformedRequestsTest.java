package nl.etalage.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.etalage.gateway.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not HTTP gets an answer in the words of every other error, and is the last thing on its connection. */
class MalformedRequestsTest {

    private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\n";

    private final AtomicInteger heard = new AtomicInteger();
    private HttpServer service;
    private ProxyFixture proxy;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            byte[] answer = "{\"name\": \"Anneke\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            heard.incrementAndGet();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
        proxy = new ProxyFixture(
                URI.create("http://localhost:" + service.getAddress().getPort()), Map.of());
    }

    @AfterEach
    void stop() {
        proxy.close();
        service.stop(0);
    }

    private String send(String request) {
        return RawHttp.send(proxy.port(), request);
    }

    private static String post() {
        return "POST /api/v1/stories" + HEAD;
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("no request line", "nonsense\r\n\r\n", "invalid-request", 400),
                Arguments.of("an address of 20 kB", "GET /" + "x".repeat(20_000) + HEAD + "\r\n", "uri-too-long", 414),
                Arguments.of(
                        "headers of 40 kB",
                        "GET /api/v1/shops" + HEAD + "X-Big: " + "x".repeat(40_000) + "\r\n\r\n",
                        "headers-too-large",
                        431),
                Arguments.of(
                        "a space in a header's name",
                        "GET /api/v1/shops" + HEAD + "Bad Name: x\r\n\r\n",
                        "invalid-request",
                        400),
                Arguments.of(
                        "a NUL in a header",
                        "GET /api/v1/shops" + HEAD + "X-Nul: a\0b\r\n\r\n",
                        "invalid-request",
                        400),
                Arguments.of(
                        "two lengths",
                        post() + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                        "invalid-request",
                        400),
                Arguments.of(
                        "a length that is no number", post() + "Content-Length: abc\r\n\r\n", "invalid-request", 400),
                Arguments.of(
                        "a body whose chunks make no sense",
                        post() + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nZZ\r\nworld\r\n0\r\n\r\n",
                        "invalid-request",
                        400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void itIsAProblemLikeAnyOther(String what, String request, String name, int status) throws Exception {
        String answer = send(request);

        assertEquals(status, RawHttp.status(answer), answer);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        assertTrue(head.contains("content-type: application/problem+json"), head);
        assertTrue(head.contains("connection: close"), head);
        JsonNode problem = new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertEquals("https://etalage.nl/problems/" + name, problem.path("type").asText());
        assertTrue(problem.path("detail").asText().endsWith("."), answer);
    }

    @Test
    void itIsSaidInTheLanguageOfWhoAsks() {
        String request = "GET /api/v1/shops" + HEAD + "Accept-Language: en\r\nBad Name: x\r\n\r\n";

        assertTrue(send(request).contains("Check it and try again."));
    }

    @Test
    void nothingAfterItIsHeard() {
        String next = "GET /api/v1/campaigns" + HEAD + "\r\n";

        String answer = send("GET /api/v1/shops" + HEAD + "Bad Name: x\r\n\r\n" + next);

        assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, answer);
        assertEquals(0, heard.get());
    }

    @Test
    void whoCameBeforeOnTheSameConnectionStillHasAnAnswer() {
        String good = "GET /api/v1/me" + HEAD + "\r\n";

        String answer = send(good + "nonsense\r\n\r\n");

        assertEquals(200, RawHttp.status(answer), answer);
        assertTrue(answer.contains("Anneke"), answer);
    }
}
