package nl.etalage.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.etalage.gateway.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sends a byte now and then holds a connection for a while, and no longer (slowloris and its slow body). */
class TrickleTest {

    private static final String HEAD_TIMEOUT = "etalage.head-timeout";
    private static final long PATIENCE_NANOS = 400_000_000L;
    private static final String GET = "GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String POST =
            "POST /api/v1/stories HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    private final AtomicInteger whole = new AtomicInteger();
    private HttpServer service;
    private ProxyFixture proxy;

    @BeforeEach
    void start() throws IOException {
        System.setProperty(HEAD_TIMEOUT, "PT0.4S");
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newCachedThreadPool());
        service.createContext("/", exchange -> {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            whole.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        service.start();
        proxy = withPace("PT0.4S");
    }

    private ProxyFixture withPace(String pace) {
        return new ProxyFixture(
                URI.create("http://localhost:" + service.getAddress().getPort()),
                Map.of("etalage.proxy.body-pace", pace, "etalage.proxy.least-per-pace", "1K"));
    }

    @AfterEach
    void stop() {
        System.clearProperty(HEAD_TIMEOUT);
        proxy.close();
        service.stop(0);
    }

    @Test
    void aHeadThatTricklesInIsToldThatItIsTooSlow() throws IOException {
        try (Socket client = connect()) {
            write(client, "GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\n");

            String answer = trickleUntilAnswered(client, "X-Slow: a\r\n");

            assertEquals(408, RawHttp.status(answer), answer);
            assertTrue(answer.contains("https://etalage.nl/problems/request-timeout"), answer);
            assertTrue(answer.contains("langzaam"), answer);
        }
        assertEquals(0, whole.get());
    }

    @Test
    void theSecondHeadOfAConnectionTricklesNoBetter() throws IOException {
        try (Socket client = connect()) {
            write(client, GET);
            assertEquals("HTTP/1.1 204", statusLine(client));
            write(client, "GET /api/v1/me HT");

            String answer = trickleUntilAnswered(client, "T");

            assertTrue(answer.contains("HTTP/1.1 408"), answer);
        }
    }

    @Test
    void aConnectionThatIsKeptForLaterIsLeftAlone() throws IOException {
        try (Socket client = connect()) {
            write(client, GET);
            assertEquals("HTTP/1.1 204", statusLine(client));
            LockSupport.parkNanos(3 * PATIENCE_NANOS);
            write(client, GET);

            assertEquals("HTTP/1.1 204", statusLine(client));
        }
        assertEquals(2, whole.get());
    }

    @Test
    void aBodyThatTricklesInIsGivenUpAndNeverTakenForWhole() throws IOException {
        try (Socket client = connect()) {
            write(client, POST + "Content-Length: 1000\r\n\r\n{");

            String answer = trickleUntilAnswered(client, " ");

            assertEquals(408, RawHttp.status(answer), answer);
            assertTrue(answer.contains("https://etalage.nl/problems/request-timeout"), answer);
        }
        assertEquals(0, whole.get());
    }

    @Test
    void aBodyThatTakesLongButKeepsComingArrives() throws IOException {
        int parts = 12;
        proxy.close();
        // Far more than a machine that is busy with other things keeps a part waiting, far less than the whole takes.
        proxy = withPace("PT1.5S");
        byte[] part = "x".repeat(2048).getBytes(StandardCharsets.US_ASCII);
        try (Socket client = connect()) {
            write(client, POST + "Content-Length: " + parts * part.length + "\r\n\r\n");
            for (int sent = 0; sent < parts; sent++) {
                client.getOutputStream().write(part);
                client.getOutputStream().flush();
                LockSupport.parkNanos(PATIENCE_NANOS / 2);
            }

            assertEquals("HTTP/1.1 204", statusLine(client));
        }
        assertEquals(1, whole.get());
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("localhost", proxy.port());
        socket.setSoTimeout(20);
        return socket;
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private static String statusLine(Socket client) throws IOException {
        client.setSoTimeout(5_000);
        InputStream in = client.getInputStream();
        StringBuilder read = new StringBuilder();
        while (read.indexOf("\r\n\r\n") < 0) {
            read.append((char) in.read());
        }
        client.setSoTimeout(20);
        return read.substring(0, 12);
    }

    /** One piece every 20 ms, as long as nobody answers: far longer than anybody should wait. */
    private static String trickleUntilAnswered(Socket client, String piece) throws IOException {
        for (int pieces = 0; pieces < 250; pieces++) {
            int first = readOrGoOn(client);
            if (first >= 0) {
                client.setSoTimeout(5_000);
                return (char) first + new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
            write(client, piece);
        }
        return "nobody minded";
    }

    private static int readOrGoOn(Socket client) throws IOException {
        try {
            return client.getInputStream().read();
        } catch (SocketTimeoutException nobodyYet) {
            return -1;
        }
    }
}
