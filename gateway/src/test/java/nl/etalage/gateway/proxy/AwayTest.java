package nl.etalage.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A service that is away, slow or broken gets a plain answer in its place, and soon. */
class AwayTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    private final AtomicInteger connections = new AtomicInteger();

    /** What a service does with one connection, the number of which is given. */
    private interface Behaviour {
        void on(Socket connection, int number) throws IOException;
    }

    @Test
    void aServiceThatIsAwayIsSaidToBeAndWhenToComeBack() throws Exception {
        try (ProxyFixture proxy = new ProxyFixture(URI.create("http://localhost:" + unused()), Map.of())) {

            HttpResponse<String> answer = get(proxy);

            assertEquals(503, answer.statusCode());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
            assertTrue(answer.body().contains("https://etalage.nl/problems/unavailable"), answer.body());
        }
    }

    @Test
    void afterAFewFailuresItIsLeftAlone() throws Exception {
        try (ServerSocket service = serve((connection, number) -> connection.close());
                ProxyFixture proxy =
                        new ProxyFixture(ProxyFixture.of(service), Map.of("etalage.proxy.failures-to-open", "2"))) {
            get(proxy);
            get(proxy);
            int tried = connections.get();

            HttpResponse<String> answer = get(proxy);

            assertEquals(503, answer.statusCode());
            assertEquals(tried, connections.get());
        }
    }

    @Test
    void aReadIsTriedOnceMoreWhenItsConnectionBreaks() throws Exception {
        try (ServerSocket service = serve((connection, number) -> {
                    if (number > 1) {
                        answer(connection);
                    }
                    connection.close();
                });
                ProxyFixture proxy = new ProxyFixture(ProxyFixture.of(service), Map.of())) {

            HttpResponse<String> answer = get(proxy);

            assertEquals(200, answer.statusCode());
            assertEquals(2, connections.get());
        }
    }

    @Test
    void aChangeIsNeverTriedTwice() throws Exception {
        try (ServerSocket service = serve((connection, number) -> {
                    connection.getInputStream().read();
                    connection.close();
                });
                ProxyFixture proxy = new ProxyFixture(ProxyFixture.of(service), Map.of())) {

            HttpResponse<String> answer = send(
                    HttpRequest.newBuilder(proxy.url("/api/v1/stories")).POST(HttpRequest.BodyPublishers.noBody()));

            assertEquals(502, answer.statusCode());
            assertTrue(answer.body().contains("https://etalage.nl/problems/bad-gateway"), answer.body());
            assertEquals(1, connections.get());
        }
    }

    @Test
    void aServiceThatSaysNothingIsNotWaitedForWithoutEnd() throws Exception {
        try (ServerSocket service = serve((connection, number) -> {});
                ProxyFixture proxy =
                        new ProxyFixture(ProxyFixture.of(service), Map.of("etalage.proxy.header-timeout", "300ms"))) {

            HttpResponse<String> answer = get(proxy);

            assertEquals(504, answer.statusCode());
            assertTrue(answer.body().contains("https://etalage.nl/problems/gateway-timeout"), answer.body());
        }
    }

    @Test
    void aServiceGetsNoMoreAtATimeThanItMayHave() throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        CompletableFuture<Void> answers = new CompletableFuture<>();
        try (ServerSocket service = serve((connection, number) -> {
                    arrived.countDown();
                    answers.join();
                    answer(connection, OK.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
                    connection.close();
                });
                ProxyFixture proxy = new ProxyFixture(
                        ProxyFixture.of(service),
                        Map.of("etalage.proxy.connections", "2", "etalage.proxy.waiting", "0"))) {
            HttpRequest request =
                    HttpRequest.newBuilder(proxy.url("/api/v1/library")).build();
            HttpClient client = HttpClient.newHttpClient();
            CompletableFuture<HttpResponse<String>> one =
                    client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
            CompletableFuture<HttpResponse<String>> two =
                    client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
            assertTrue(arrived.await(20, TimeUnit.SECONDS), "both are under way");

            HttpResponse<String> refused = get(proxy);

            assertEquals(503, refused.statusCode());
            assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(refused.body().contains("https://etalage.nl/problems/unavailable"), refused.body());
            answers.complete(null);
            assertEquals(200, one.join().statusCode());
            assertEquals(200, two.join().statusCode());
            assertEquals(200, get(proxy).statusCode(), "there is room again");
        }
    }

    @Test
    void whoWaitsForEventsMayWaitLonger() throws Exception {
        CompletableFuture<Void> happens = new CompletableFuture<>();
        try (ServerSocket service = serve((connection, number) -> {
                    happens.join();
                    answer(connection);
                });
                ProxyFixture proxy =
                        new ProxyFixture(ProxyFixture.of(service), Map.of("etalage.proxy.header-timeout", "300ms"))) {
            CompletableFuture<HttpResponse<String>> waiting = HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(proxy.url("/api/v1/library/events?shop=zeist"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(504, get(proxy).statusCode(), "an ordinary request beside it");

            happens.complete(null);

            assertEquals(200, waiting.join().statusCode());
        }
    }

    @Test
    void aShortAnswerThatBreaksOffIsAskedForOnceMoreAndThenRefused() throws Exception {
        try (ServerSocket service = serve((connection, number) -> half(connection, 100));
                ProxyFixture proxy = new ProxyFixture(ProxyFixture.of(service), Map.of())) {

            HttpResponse<String> answer = get(proxy);

            assertEquals(502, answer.statusCode());
            assertTrue(answer.body().contains("https://etalage.nl/problems/bad-gateway"), answer.body());
            assertEquals(2, connections.get());
        }
    }

    @Test
    void aLongAnswerThatBreaksOffIsBrokenOffAndNotMadeWhole() throws Exception {
        try (ServerSocket service = serve((connection, number) -> half(connection, 100_000));
                ProxyFixture proxy = new ProxyFixture(ProxyFixture.of(service), Map.of());
                Socket client = new Socket("localhost", proxy.port())) {
            client.setSoTimeout(20_000);
            client.getOutputStream()
                    .write("GET /api/v1/library HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("content-length: 100000"), answer);
            assertTrue(answer.endsWith("half"), answer);
        }
    }

    private static void half(Socket connection, int announced) throws IOException {
        answer(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + announced + "\r\n\r\nhalf");
        connection.close();
    }

    @Test
    void whatIsWrappedInACodingOfItsOwnIsNotPassedOnAsIfItWerePlain() throws Exception {
        try (ServerSocket service = serve((connection, number) -> answer(
                        connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"));
                ProxyFixture proxy = new ProxyFixture(ProxyFixture.of(service), Map.of())) {

            assertEquals(502, get(proxy).statusCode());
        }
    }

    @Test
    void anAnswerIsDatedOnceWhetherItsServiceDidSoOrNot() throws Exception {
        String dated =
                "HTTP/1.1 200 OK\r\nConnection: close\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 2\r\n\r\n{}";
        try (ServerSocket service = serve((connection, number) -> answer(connection, number == 1 ? dated : OK));
                ProxyFixture proxy =
                        new ProxyFixture(ProxyFixture.of(service), Map.of("etalage.proxy.connections", "1"))) {

            assertEquals(
                    List.of("Sun, 06 Nov 1994 08:49:37 GMT"),
                    get(proxy).headers().allValues("Date"));
            String now = get(proxy).headers().firstValue("Date").orElseThrow();
            Instant then = ZonedDateTime.parse(now, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            assertTrue(Duration.between(then, Instant.now()).abs().toMinutes() < 5, now);
        }
    }

    @Test
    void whatABrokenServiceLetsSlipIsNotPassedOn() throws Exception {
        String trace = "java.sql.SQLException: select * from shop";
        try (ServerSocket service = serve((connection, number) -> answer(
                        connection,
                        "HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\nServer: inner/1.0\r\nContent-Length: "
                                + trace.length() + "\r\n\r\n" + trace));
                ProxyFixture proxy = new ProxyFixture(ProxyFixture.of(service), Map.of())) {

            HttpResponse<String> answer = get(proxy);

            assertEquals(502, answer.statusCode());
            assertTrue(answer.body().contains("https://etalage.nl/problems/bad-gateway"), answer.body());
            assertFalse(answer.body().contains("SQL"), answer.body());
            assertTrue(answer.headers().firstValue("Server").isEmpty());
        }
    }

    @Test
    void anAddressOfAServiceIsSeenFromOutside() throws Exception {
        try (ServerSocket service = serve((connection, number) -> answer(
                        connection,
                        "HTTP/1.1 303 See Other\r\nLocation: http://localhost:" + connection.getLocalPort()
                                + "/api/v1/media/x\r\nContent-Length: 0\r\nSet-Cookie: a=b\r\n\r\n"));
                ProxyFixture proxy = new ProxyFixture(ProxyFixture.of(service), Map.of())) {

            HttpResponse<String> answer = get(proxy);

            assertEquals(303, answer.statusCode());
            assertEquals(
                    "http://etalage.example/api/v1/media/x",
                    answer.headers().firstValue("Location").orElseThrow());
            assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        }
    }

    @Test
    void anOldClientGetsAnAnswerOfUnknownLengthWithoutItBeingHeld() throws Exception {
        try (ServerSocket service = serve((connection, number) -> answer(
                        connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));
                ProxyFixture proxy = new ProxyFixture(ProxyFixture.of(service), Map.of());
                Socket client = new Socket("localhost", proxy.port())) {
            client.getOutputStream().write("GET /api/v1/library HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertTrue(answer.endsWith("\r\n\r\nhello"), answer);
            assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("chunked"), answer);
        }
    }

    private ServerSocket serve(Behaviour behaviour) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(
                () -> {
                    while (!socket.isClosed()) {
                        try {
                            Socket connection = socket.accept();
                            int number = connections.incrementAndGet();
                            Thread own = new Thread(
                                    () -> {
                                        try {
                                            behaviour.on(connection, number);
                                        } catch (IOException gone) {
                                            // The proxy had enough of it, which is what some tests are about.
                                            Thread.currentThread().interrupt();
                                        }
                                    },
                                    "connection");
                            own.setDaemon(true);
                            own.start();
                        } catch (IOException closed) {
                            return;
                        }
                    }
                },
                "service");
        thread.setDaemon(true);
        thread.start();
        return socket;
    }

    private static void answer(Socket connection) throws IOException {
        answer(connection, OK);
    }

    private static void answer(Socket connection, String bytes) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        connection.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    private static int unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(ProxyFixture proxy) throws Exception {
        return send(HttpRequest.newBuilder(proxy.url("/api/v1/library")).GET());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
