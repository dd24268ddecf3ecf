package nl.etalage.eventfeed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedClientTest {

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void anAnswerThatStallsInTheMiddleIsGivenUpAndItsConnectionClosed() throws Exception {
        CompletableFuture<Boolean> hungUp = CompletableFuture.supplyAsync(() ->
                answerAndSeeWhetherTheyHangUp("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[{\"specversion\""));

        IOException failure = assertThrows(IOException.class, () -> client().next(0, true));

        assertTrue(failure.getMessage().contains("PT0.5S"), failure.getMessage());
        assertTrue(hungUp.get(30, TimeUnit.SECONDS));
    }

    @Test
    void anAnswerWithoutEndIsHungUpOn() throws Exception {
        CompletableFuture<Boolean> hungUp = CompletableFuture.supplyAsync(() -> answerWithoutEnd());

        IOException failure = assertThrows(
                IOException.class, () -> client(Duration.ofSeconds(20)).next(0, true));

        assertEquals("The answer is bigger than a batch of events can be", rootMessage(failure));
        assertTrue(hungUp.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aConnectionThatBreaksOffIsAFailure() {
        CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
            try (Socket socket = server.accept()) {
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[]".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThrows(IOException.class, () -> client().next(0, true));
        served.join();
    }

    private FeedClient client() {
        return client(Duration.ofMillis(500));
    }

    private FeedClient client(Duration patience) {
        return new FeedClient(
                HttpClient.newHttpClient(),
                URI.create("http://localhost:" + server.getLocalPort() + "/events"),
                () -> null,
                new ObjectMapper().registerModule(new JavaTimeModule()),
                patience);
    }

    private boolean answerAndSeeWhetherTheyHangUp(String answer) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException reset) {
            return true;
        }
    }

    private boolean answerWithoutEnd() {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n[".getBytes(StandardCharsets.US_ASCII));
            byte[] blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < 1000; sent++) {
                socket.getOutputStream().write(blanks);
            }
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String rootMessage(Throwable failure) {
        return failure.getCause() == null ? failure.getMessage() : rootMessage(failure.getCause());
    }
}
