package nl.etalage.shops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;

/**
 * As much of Keycloak's admin API as makes clients, over real HTTP and with the answers that Keycloak 26.7 gives:
 * clients keep what they were made with, an update leaves the scopes alone, an id or client id is taken once. The system
 * test holds the same against Keycloak itself.
 */
public final class FakeKeycloak implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "token-of-the-maker";
    private static final Map<String, ObjectNode> CLIENTS = new ConcurrentHashMap<>();
    private static final List<String> REQUESTS = new CopyOnWriteArrayList<>();
    private static final List<String> SCOPES = List.of(
            "basic",
            "etalage-api",
            "service_account",
            "library:read",
            "assortment:write",
            "publications:write",
            "events:read");
    private static volatile Mood mood = Mood.WELL;
    private static volatile Runnable afterMaking = () -> {};

    private HttpServer server;

    /** How it is. */
    public enum Mood {
        WELL,
        /** Answers 503 to everything. */
        DOWN,
        /** Makes the client, and fails before it says so. */
        LOSES_ANSWERS,
        /** No longer takes the tokens it gave. */
        FORGETFUL
    }

    /** From now on it is like this. */
    public static void mood(Mood other) {
        mood = other;
    }

    /** Done once, at the next client, after it was made and before the answer. */
    public static void afterMaking(Runnable action) {
        afterMaking = action;
    }

    /** The client with this client id. */
    public static Optional<JsonNode> client(String clientId) {
        return CLIENTS.values().stream()
                .filter(client -> client.get("clientId").asText().equals(clientId))
                .map(JsonNode.class::cast)
                .findFirst();
    }

    /** The clients made for a shop. */
    public static List<JsonNode> clientsOf(String shop) {
        return CLIENTS.values().stream()
                .filter(client -> client.at("/attributes/etalage.shop").asText().equals(shop))
                .map(JsonNode.class::cast)
                .toList();
    }

    /** Scopes of a client, sorted. */
    public static List<String> scopes(JsonNode client) {
        return StreamSupport.stream(client.get("defaultClientScopes").spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
    }

    /** Method and path of everything that was asked. */
    public static List<String> requests() {
        return List.copyOf(REQUESTS);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/realms/etalage/protocol/openid-connect/token", this::token);
        server.createContext("/admin/realms/etalage/", this::admin);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return Map.of(
                "etalage.keycloak.admin-url",
                "http://localhost:" + server.getAddress().getPort(),
                "etalage.keycloak.client-secret",
                "secret-of-the-maker");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        String asked = body(exchange);
        if (mood == Mood.DOWN) {
            answer(exchange, 503, "");
        } else if (asked.contains("client_id=etalage-integrations")
                && asked.contains("client_secret=secret-of-the-maker")
                && asked.contains("grant_type=client_credentials")) {
            answer(exchange, 200, "{\"access_token\": \"%s\", \"expires_in\": 300, \"scope\": \"\"}".formatted(TOKEN));
        } else {
            answer(exchange, 401, "{\"error\": \"unauthorized_client\"}");
        }
    }

    private void admin(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/admin/realms/etalage".length());
        String asked = exchange.getRequestMethod() + " " + path;
        String body = body(exchange);
        REQUESTS.add(asked);
        if (mood == Mood.DOWN) {
            answer(exchange, 503, "");
        } else if (mood == Mood.FORGETFUL) {
            mood = Mood.WELL;
            answer(exchange, 401, "{\"error\": \"HTTP 401 Unauthorized\"}");
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\": \"HTTP 401 Unauthorized\"}");
        } else if (asked.equals("POST /clients")) {
            create(exchange, (ObjectNode) JSON.readTree(body));
        } else if (asked.equals("GET /client-scopes")) {
            answer(exchange, 200, named(SCOPES));
        } else if (path.startsWith("/clients/")) {
            client(exchange, path.split("/"), body);
        } else {
            answer(exchange, 403, "{\"error\": \"HTTP 403 Forbidden\"}");
        }
    }

    private static void create(HttpExchange exchange, ObjectNode client) throws IOException {
        String clientId = client.get("clientId").asText();
        if (client(clientId).isPresent() || CLIENTS.containsKey(client.get("id").asText())) {
            answer(exchange, 409, "{\"errorMessage\": \"Client %s already exists\"}".formatted(clientId));
            return;
        }
        CLIENTS.put(client.get("id").asText(), client);
        Runnable action = afterMaking;
        afterMaking = () -> {};
        action.run();
        answer(exchange, mood == Mood.LOSES_ANSWERS ? 500 : 201, "");
    }

    private static void client(HttpExchange exchange, String[] path, String body) throws IOException {
        ObjectNode client = CLIENTS.get(path[2]);
        String method = exchange.getRequestMethod();
        if (client == null) {
            answer(exchange, 404, "{\"error\": \"Could not find client\"}");
        } else if (path.length > 3) {
            scopes(exchange, client, path);
        } else if (method.equals("DELETE")) {
            CLIENTS.remove(path[2]);
            answer(exchange, 204, "");
        } else {
            client.put("enabled", JSON.readTree(body).get("enabled").asBoolean());
            answer(exchange, 204, "");
        }
    }

    private static void scopes(HttpExchange exchange, ObjectNode client, String[] path) throws IOException {
        List<String> has = new ArrayList<>(scopes(client));
        switch (exchange.getRequestMethod()) {
            case "GET" -> answer(exchange, 200, named(has));
            case "PUT" -> {
                has.add(path[4].substring("id-of-".length()));
                replace(exchange, client, has);
            }
            default -> {
                has.remove(path[4].substring("id-of-".length()));
                replace(exchange, client, has);
            }
        }
    }

    private static void replace(HttpExchange exchange, ObjectNode client, List<String> scopes) throws IOException {
        ArrayNode array = client.putArray("defaultClientScopes");
        scopes.forEach(array::add);
        answer(exchange, 204, "");
    }

    private static String named(List<String> scopes) {
        ArrayNode array = JSON.createArrayNode();
        scopes.forEach(scope ->
                array.addObject().put("id", "id-of-" + scope).put("name", scope).put("protocol", "openid-connect"));
        return array.toString();
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
