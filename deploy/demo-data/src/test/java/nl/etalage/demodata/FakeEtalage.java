package nl.etalage.demodata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Gateway and realm over real HTTP, keeping what they are given. Lists come in pages of seven. */
final class FakeEtalage implements AutoCloseable {

    private static final int PAGE = 7;
    private static final Map<String, String> STATE_AFTER =
            Map.of("submit", "in-review", "release", "released", "verify", "healthy");
    private static final Map<String, String> FIRST_STATE = Map.of("stories", "draft", "channels", "new");

    /** What came in; {@code who} is the user name. */
    record Seen(String who, String method, String path, String key, String body) {}

    private record Refusal(Predicate<Seen> which, int status, AtomicInteger left) {}

    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Map<String, List<ObjectNode>> collections = new HashMap<>();
    private final Map<String, JsonNode> answered = new HashMap<>();
    private final List<Seen> seen = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int tokenSeconds = 300;
    private int lastId;

    FakeEtalage() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    Settings settings() {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        return new Settings(url, url.resolve("/realms/etalage"), URI.create("http://localhost:1"));
    }

    /** All items of a collection such as {@code stories} or {@code shops/zeist/members}. */
    synchronized List<ObjectNode> all(String collection) {
        return List.copyOf(collections.getOrDefault(collection, List.of()));
    }

    synchronized void add(String collection, ObjectNode item) {
        collections.computeIfAbsent(collection, name -> new ArrayList<>()).add(item);
    }

    synchronized List<Seen> seen(Predicate<Seen> which) {
        return seen.stream().filter(which).toList();
    }

    synchronized void refuse(Predicate<Seen> which, int status, int times) {
        refusals.add(new Refusal(which, status, new AtomicInteger(times)));
    }

    synchronized void tokensLive(int seconds) {
        tokenSeconds = seconds;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Seen call = new Seen(
                authorization == null ? "" : authorization.replace("Bearer ", ""),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                body);
        ObjectNode answer;
        synchronized (this) {
            seen.add(call);
            answer = answer(call, exchange.getRequestHeaders().getFirst("If-Match"));
        }
        int status = answer.path("status").asInt(200);
        byte[] bytes = json.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ObjectNode answer(Seen call, String ifMatch) throws IOException {
        if (call.path().startsWith("/realms/etalage/")) {
            String user = call.body().replaceAll(".*username=([^&]*).*", "$1");
            return json.createObjectNode().put("access_token", user).put("expires_in", tokenSeconds);
        }
        for (Refusal refusal : refusals) {
            if (refusal.which().test(call) && refusal.left().getAndDecrement() > 0) {
                return problem(refusal.status(), "Dat gaat nu niet.");
            }
        }
        if (call.key() != null && answered.containsKey(call.key())) {
            return answered.get(call.key()).deepCopy();
        }
        ObjectNode answer = carriedOut(call, ifMatch);
        if (call.key() != null && !answer.has("status")) {
            answered.put(call.key(), answer.deepCopy());
        }
        return answer;
    }

    private ObjectNode carriedOut(Seen call, String ifMatch) throws IOException {
        String path = URI.create(call.path()).getPath().replaceFirst("^/api/v1/", "");
        String action = path.replaceFirst(".*/", "");
        if (call.method().equals("GET")) {
            return page(path, parameters(call.path()));
        }
        if (STATE_AFTER.containsKey(action) || call.method().equals("PATCH")) {
            String id = call.method().equals("PATCH") ? action : path.replaceFirst(".*/([^/]*)/[^/]*$", "$1");
            ObjectNode item = item(id);
            if (!("\"" + item.get("version").asInt() + "\"").equals(ifMatch)) {
                return problem(412, "Iemand was je voor.");
            }
            if (call.method().equals("PATCH")) {
                json.readerForUpdating(item).readValue(call.body());
            } else {
                item.put("state", STATE_AFTER.get(action));
            }
            return item.put("version", item.get("version").asInt() + 1).deepCopy();
        }
        return made(path, call);
    }

    private ObjectNode made(String collection, Seen call) throws IOException {
        ObjectNode item = (ObjectNode) json.readTree(
                collection.equals("assets")
                        ? call.body().replaceAll("(?s)^.*?\r\n\r\n(\\{.*?})\r\n.*$", "$1")
                        : call.body());
        item.put("id", "id-" + ++lastId).put("version", 0);
        if (FIRST_STATE.containsKey(collection)) {
            item.put("state", FIRST_STATE.get(collection));
        }
        if (collection.equals("publications")) {
            item.set("story", item(item.get("adaptation").asText()).get("story"));
        }
        add(collection, item);
        return item.deepCopy();
    }

    private ObjectNode item(String id) {
        return collections.values().stream()
                .flatMap(List::stream)
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode page(String collection, Map<String, String> parameters) {
        List<ObjectNode> found = all(collection).stream()
                .filter(item -> !collection.equals("shops")
                        || item.path("kind").asText().equals(parameters.getOrDefault("kind", "shop")))
                .filter(item -> List.of("shop", "story").stream()
                        .allMatch(field -> !parameters.containsKey(field)
                                || item.path(field).asText().equals(parameters.get(field))))
                .toList();
        int from = Integer.parseInt(parameters.getOrDefault("pageToken", "0"));
        int to = Math.min(from + PAGE, found.size());
        ObjectNode page = json.createObjectNode();
        ArrayNode items = page.putArray("items");
        found.subList(from, to).forEach(item -> items.add(item.deepCopy()));
        return to < found.size() ? page.put("nextPageToken", Integer.toString(to)) : page.putNull("nextPageToken");
    }

    private static Map<String, String> parameters(String path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = URI.create(path).getQuery();
        for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
            parameters.put(parameter.replaceFirst("=.*", ""), parameter.replaceFirst("[^=]*=", ""));
        }
        return parameters;
    }

    private ObjectNode problem(int status, String detail) {
        return json.createObjectNode().put("status", status).put("detail", detail);
    }
}
