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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies pass through; the gateway holds neither of them. */
class StreamingTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final byte[] CHUNK = new byte[64 * 1024];

    /** What kernels and pipes between two ends may hold; a gateway that keeps a body would take all of it. */
    private static final long IN_FLIGHT = 24 * MEGABYTE;

    private final CountDownLatch mayRead = new CountDownLatch(1);
    private final AtomicLong received = new AtomicLong();
    private HttpServer service;
    private ProxyFixture proxy;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newCachedThreadPool());
        service.start();
        proxy = new ProxyFixture(
                URI.create("http://localhost:" + service.getAddress().getPort()), Map.of());
    }

    @AfterEach
    void stop() {
        mayRead.countDown();
        proxy.close();
        service.stop(0);
    }

    @Test
    void anUploadOfAHundredMegabytesPassesAtTheSpeedOfItsReader() throws Exception {
        service.createContext("/api/v1/assets", exchange -> {
            await(mayRead);
            received.set(drain(exchange.getRequestBody()));
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        long size = 100 * MEGABYTE;
        AtomicLong sent = new AtomicLong();

        try (Socket client = new Socket("localhost", proxy.port())) {
            OutputStream out = client.getOutputStream();
            out.write(head("POST /api/v1/assets HTTP/1.1", "Content-Type: multipart/form-data; boundary=x", size));
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(out, size, sent));
            long held = untilSteady(sent);
            mayRead.countDown();
            sending.join();
            String status = new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertTrue(held < IN_FLIGHT, "taken in before anybody read: " + held);
            assertEquals("HTTP/1.1 201", status);
            assertEquals(size, received.get());
        }
    }

    @Test
    void aDownloadOfAHundredMegabytesPassesAtTheSpeedOfItsReader() throws Exception {
        long size = 100 * MEGABYTE;
        AtomicLong given = new AtomicLong();
        service.createContext("/api/v1/media", exchange -> {
            exchange.sendResponseHeaders(200, size);
            send(exchange.getResponseBody(), size, given);
            exchange.close();
        });
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(proxy.url("/api/v1/media/x")).build(),
                        HttpResponse.BodyHandlers.ofInputStream());

        long held = untilSteady(given);
        long read = drain(answer.body());

        assertTrue(held < IN_FLIGHT, "given out before anybody read: " + held);
        assertEquals(size, read);
    }

    @Test
    void aBodyThatGrowsBeyondTheLimitIsStoppedOnTheWay() throws Exception {
        service.createContext("/api/v1/stories", exchange -> {
            received.set(drain(exchange.getRequestBody()));
            exchange.close();
        });

        try (Socket client = new Socket("localhost", proxy.port())) {
            OutputStream out = client.getOutputStream();
            out.write(
                    "POST /api/v1/stories HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 20; i++) {
                out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(CHUNK);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            String answer = new String(client.getInputStream().readNBytes(300), StandardCharsets.UTF_8);

            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            assertEquals(0, received.get(), "the service must not take it for a whole body");
        }
    }

    private static byte[] head(String request, String type, long length) {
        return (request + "\r\nHost: x\r\n" + type + "\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void send(OutputStream out, long size, AtomicLong sent) {
        try {
            while (sent.get() < size) {
                int length = (int) Math.min(CHUNK.length, size - sent.get());
                out.write(CHUNK, 0, length);
                sent.addAndGet(length);
            }
            out.flush();
        } catch (IOException broken) {
            throw new IllegalStateException("broken after " + sent.get(), broken);
        }
    }

    /** The count, once it has not moved for a while: whoever writes it is held up. */
    private static long untilSteady(AtomicLong count) {
        long last = -1;
        int still = 0;
        while (still < 10) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            still = count.get() == last ? still + 1 : 0;
            last = count.get();
        }
        return last;
    }

    private static long drain(InputStream in) throws IOException {
        return in.transferTo(OutputStream.nullOutputStream());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
