package nl.etalage.shopexport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gateway and realm over real HTTP. Answers what it was told to, and keeps what it was asked. */
final class FakeGateway implements AutoCloseable {

    /** What came in. */
    record Seen(String path, String token, String body) {}

    private record Answer(int status, String body, String retryAfter) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Deque<Answer>> first = new HashMap<>();
    private final List<Seen> seen = new ArrayList<>();

    FakeGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::serve);
        server.start();
        answer(
                "/realms/etalage/protocol/openid-connect/token",
                "{\"access_token\": \"signed-in\", \"expires_in\": 300}");
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Signs in as a demo person. */
    Settings settings() {
        return new Settings(address(), URI.create(address() + "/realms/etalage"), "zeist-manager", Optional.empty());
    }

    /** Has a token. */
    Settings settings(String token) {
        return new Settings(address(), URI.create("http://localhost:1"), "niemand", Optional.of(token));
    }

    synchronized void answer(String path, String body) {
        answers.put(path, new Answer(200, body, null));
    }

    /** Before it answers as it was told, it answers this once. */
    synchronized void firstAnswer(String path, int status, String body, String retryAfter) {
        first.computeIfAbsent(path, any -> new ArrayDeque<>()).add(new Answer(status, body, retryAfter));
    }

    synchronized List<String> paths() {
        return seen.stream().map(Seen::path).toList();
    }

    synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    synchronized void forget() {
        seen.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        Answer answer;
        synchronized (this) {
            seen.add(new Seen(path, exchange.getRequestHeaders().getFirst("Authorization"), body));
            Deque<Answer> once = first.getOrDefault(path, new ArrayDeque<>());
            answer = once.isEmpty()
                    ? answers.getOrDefault(path, new Answer(404, "{\"detail\": \"Dit is er niet.\"}", null))
                    : once.poll();
        }
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
