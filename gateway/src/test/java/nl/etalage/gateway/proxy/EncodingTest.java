package nl.etalage.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Text goes out compressed to who can read that; everything else goes out as it came. */
class EncodingTest {

    private static final byte[] TEXT =
            "{\"items\": [\"verhaal\"]}\n".repeat(500).getBytes(StandardCharsets.UTF_8);
    private static final byte[] FEW = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String TAG = "\"7\"";

    private HttpServer service;
    private ProxyFixture proxy;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
        proxy = new ProxyFixture(
                URI.create("http://localhost:" + service.getAddress().getPort()), Map.of());
    }

    @AfterEach
    void stop() {
        proxy.close();
        service.stop(0);
    }

    private void offer(String path, byte[] body, String... headers) {
        service.createContext(path, exchange -> {
            for (int at = 0; at < headers.length; at += 2) {
                exchange.getResponseHeaders().add(headers[at], headers[at + 1]);
            }
            if (TAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
    }

    private HttpResponse<byte[]> ask(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(proxy.url(path)).header("Accept-Encoding", "gzip");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Optional<String> header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name);
    }

    @Test
    void textIsCompressedAndStillTheSameText() throws Exception {
        offer("/api/v1/library", TEXT, "Content-Type", "application/json", "ETag", TAG, "Vary", "Accept-Language");

        HttpResponse<byte[]> answer = ask("/api/v1/library");

        assertEquals("gzip", header(answer, "Content-Encoding").orElse("none"));
        assertTrue(answer.body().length < TEXT.length / 4);
        assertArrayEquals(TEXT, new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes());
        assertEquals("Accept-Language, accept-encoding", header(answer, "Vary").orElse("none"));
    }

    @Test
    void aTagGivenWithACompressedAnswerSparesTheNext() throws Exception {
        offer("/api/v1/library", TEXT, "Content-Type", "application/json", "ETag", TAG);
        String tag = header(ask("/api/v1/library"), "ETag").orElseThrow();

        HttpResponse<byte[]> answer = ask("/api/v1/library", "If-None-Match", tag);

        assertEquals(TAG, tag);
        assertEquals(304, answer.statusCode());
        assertEquals(0, answer.body().length);
        assertEquals("accept-encoding", header(answer, "Vary").orElse("none"));
    }

    @Test
    void aPictureIsNot() throws Exception {
        offer("/api/v1/media", TEXT, "Content-Type", "image/jpeg");

        HttpResponse<byte[]> answer = ask("/api/v1/media/x/web.jpg");

        assertTrue(header(answer, "Content-Encoding").isEmpty());
        assertTrue(header(answer, "Vary").isEmpty());
        assertEquals(
                Long.toString(TEXT.length), header(answer, "Content-Length").orElseThrow());
        assertArrayEquals(TEXT, answer.body());
    }

    @Test
    void whatIsEncodedAlreadyStaysAsItIs() throws Exception {
        offer("/api/v1/library", TEXT, "Content-Type", "application/json", "Content-Encoding", "br");

        HttpResponse<byte[]> answer = ask("/api/v1/library");

        assertEquals("br", header(answer, "Content-Encoding").orElseThrow());
        assertArrayEquals(TEXT, answer.body());
    }

    @Test
    void aFewWordsAreNotWorthIt() throws Exception {
        offer("/api/v1/library", FEW, "Content-Type", "application/json");

        HttpResponse<byte[]> answer = ask("/api/v1/library");

        assertTrue(header(answer, "Content-Encoding").isEmpty());
        assertArrayEquals(FEW, answer.body());
    }

    @Test
    void whoDoesNotAskForItGetsItPlain() throws Exception {
        offer("/api/v1/library", TEXT, "Content-Type", "application/json");

        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(proxy.url("/api/v1/library")).build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertArrayEquals(TEXT, answer.body());
        assertEquals("accept-encoding", header(answer, "Vary").orElse("none"));
    }
}
