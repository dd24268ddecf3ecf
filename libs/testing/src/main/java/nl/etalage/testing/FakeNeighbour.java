package nl.etalage.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Another service over real HTTP: canned answers, feeds that can be appended to, and a journal of what was asked. */
public final class FakeNeighbour implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Duration delay = Duration.ZERO;

    private record Answer(int status, String contentType, Buffer body) {}

    /** A request that came in: method, path with query, headers, and body as text. */
    public record Request(String method, String path, Map<String, List<String>> headers, String body) {

        /** First value of a header, or null. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }
    }

    private FakeNeighbour(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port of the loopback address. */
    public static FakeNeighbour start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeNeighbour neighbour = new FakeNeighbour(server);
            server.createContext("/", neighbour::serve);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "fake-neighbour");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return neighbour;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Answers a method and path (without query, or with exactly this one) from now on. */
    public void answer(String method, String path, int status, String json) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        answers.put(method + " " + path, new Answer(status, type, Buffer.buffer(json)));
    }

    /** Answers with bytes, such as a picture. */
    public void answer(String method, String path, String contentType, byte[] body) {
        answers.put(method + " " + path, new Answer(200, contentType, Buffer.buffer(body)));
    }

    /** Forgets answers and requests; feeds stay. */
    public void reset() {
        answers.clear();
        requests.clear();
        delay = Duration.ZERO;
    }

    /** Waits before each answer but those of feeds. */
    public void delay(Duration before) {
        delay = before;
    }

    /** What was asked so far, feeds left out. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The feed at a path such as {@code /events} or {@code /events?feed=work}. */
    public Feed feed(String path) {
        return feeds.computeIfAbsent(path, any -> new Feed());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            Feed feed = asked.getPath().equals("/events") ? feeds.get(feedPath(asked)) : null;
            if (feed != null) {
                send(exchange, new Answer(200, "application/cloudevents-batch+json", Buffer.buffer(feed.since(asked))));
                return;
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(
                    exchange.getRequestMethod(), asked.toString(), Map.copyOf(exchange.getRequestHeaders()), body));
            pause();
            Answer known = answers.get(exchange.getRequestMethod() + " " + asked);
            if (known == null) {
                known = answers.get(exchange.getRequestMethod() + " " + asked.getPath());
            }
            send(exchange, known != null ? known : new Answer(404, "application/problem+json", Buffer.buffer("{}")));
        }
    }

    private void pause() {
        LockSupport.parkNanos(delay.toNanos());
    }

    private static String feedPath(URI asked) {
        String name = parameter(asked, "feed");
        return name == null ? "/events" : "/events?feed=" + name;
    }

    private static String parameter(URI asked, String name) {
        if (asked.getQuery() == null) {
            return null;
        }
        for (String pair : asked.getQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(
                answer.status(),
                answer.body().length() == 0 ? -1 : answer.body().length());
        exchange.getResponseBody().write(answer.body().getBytes());
    }

    /** An http-feeds endpoint that a test appends to. */
    public static final class Feed {

        private final List<String> events = new ArrayList<>();

        private Feed() {}

        /** Appends a CloudEvent; its id is its position, from 1. */
        public synchronized void append(String type, String subject, String data) {
            events.add(
                    """
                    {"specversion":"1.0","id":"%d","source":"/test","type":"%s","subject":"%s",\
                    "time":"2026-11-22T10:00:00Z","datacontenttype":"application/json","data":%s}"""
                            .formatted(events.size() + 1, type, subject, data));
            notifyAll();
        }

        private synchronized String since(URI asked) {
            String last = parameter(asked, "lastEventId");
            String timeout = parameter(asked, "timeout");
            int from = last == null || last.isEmpty() ? 0 : Integer.parseInt(last);
            long deadline = System.nanoTime()
                    + Duration.ofMillis(timeout == null ? 0 : Long.parseLong(timeout))
                            .toNanos();
            while (events.size() <= from && System.nanoTime() < deadline) {
                try {
                    wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            return "[" + String.join(",", events.subList(Math.min(from, events.size()), events.size())) + "]";
        }
    }
}
