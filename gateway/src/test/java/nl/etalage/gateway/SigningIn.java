package nl.etalage.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.etalage.testing.Tokens;

/**
 * An identity provider that signs people in: authorization code flow with PKCE, refresh and logout. Everybody who comes
 * is {@link #PERSON}. It holds the gateway to what it promised: the right secret, the verifier that fits, each code once.
 */
public final class SigningIn implements QuarkusTestResourceLifecycleManager {

    public static final String PERSON = "zeist-publisher";
    private static final String CLIENT = "etalage-console";
    private static final String SECRET = "secret-of-the-console";

    private static volatile int lifespan = 300;
    private static volatile boolean refuses;
    private static final List<String> GRANTS = new CopyOnWriteArrayList<>();

    private static final Set<String> ENDED = ConcurrentHashMap.newKeySet();
    private static final List<String> SESSIONS = new CopyOnWriteArrayList<>();

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private HttpServer server;
    private String issuer;

    /** Seconds that tokens live from now on. */
    public static void lifespan(int seconds) {
        lifespan = seconds;
    }

    /** Whether the provider refuses to sign people in from now on. */
    public static void refuses(boolean refuse) {
        refuses = refuse;
    }

    /** The kinds of grant asked for so far. */
    public static List<String> grants() {
        return List.copyOf(GRANTS);
    }

    /** The session that was started last, as {@code sid} names it. */
    public static String lastSession() {
        return SESSIONS.get(SESSIONS.size() - 1);
    }

    /** Ends a session here: its tokens are no longer renewed. */
    public static void end(String session) {
        ENDED.add(session);
    }

    /**
     * What a provider sends when a session ended.
     *
     * @see <a href="https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken">Logout Token</a>
     */
    public static Tokens logoutToken(String session) {
        return Tokens.of(PERSON)
                .audience(CLIENT)
                .claim("sid", session)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/etalage";
        Tokens.issuer(issuer);
        server.createContext(
                "/realms/etalage/.well-known/openid-configuration", exchange -> json(exchange, discovery()));
        server.createContext("/realms/etalage/certs", exchange -> json(exchange, Tokens.keySet()));
        server.createContext("/realms/etalage/auth", this::authorize);
        server.createContext("/realms/etalage/token", this::token);
        server.createContext("/realms/etalage/logout", this::logout);
        server.start();
        return Map.of("etalage.issuer", issuer);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private String discovery() {
        return """
                {"issuer": "%1$s", "jwks_uri": "%1$s/certs", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/auth", "end_session_endpoint": "%1$s/logout",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}"""
                .formatted(issuer);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        if (refuses) {
            redirect(exchange, asked.get("redirect_uri") + "?error=access_denied&state=" + asked.get("state"));
            return;
        }
        if (!CLIENT.equals(asked.get("client_id")) || !"S256".equals(asked.get("code_challenge_method"))) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        redirect(exchange, asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        GRANTS.add(String.valueOf(asked.get("grant_type")));
        if ("client_credentials".equals(asked.get("grant_type"))) {
            machine(exchange, asked);
        } else if (!authenticated(exchange, asked)) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        } else if ("refresh_token".equals(asked.get("grant_type"))) {
            renew(exchange, asked.get("refresh_token"));
        } else {
            Map<String, String> started = codes.remove(String.valueOf(asked.get("code")));
            if (started == null || !started.get("code_challenge").equals(challenge(asked.get("code_verifier")))) {
                exchange.sendResponseHeaders(400, -1);
                exchange.close();
                return;
            }
            String session = UUID.randomUUID().toString();
            SESSIONS.add(session);
            json(exchange, tokens(session, started.get("nonce")));
        }
    }

    /** A refresh token is the name of its session. */
    private static void renew(HttpExchange exchange, String session) throws IOException {
        if (SESSIONS.contains(session) && !ENDED.contains(session)) {
            json(exchange, tokens(session, null));
        } else {
            json(exchange, 400, "{\"error\": \"invalid_grant\"}");
        }
    }

    private static boolean authenticated(HttpExchange exchange, Map<String, String> asked) {
        return authenticated(exchange, asked, CLIENT, SECRET);
    }

    private static boolean authenticated(
            HttpExchange exchange, Map<String, String> asked, String client, String secret) {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || (client.equals(asked.get("client_id")) && secret.equals(asked.get("client_secret")));
    }

    /** The gateway itself comes for a token too. */
    private static void machine(HttpExchange exchange, Map<String, String> asked) throws IOException {
        if (authenticated(exchange, asked, "gateway", "secret-of-the-gateway")) {
            json(
                    exchange,
                    """
                    {"access_token": "%s", "token_type": "Bearer", "expires_in": 300}"""
                            .formatted(Tokens.machine("gateway", "usage:write")));
        } else {
            json(exchange, 401, "{\"error\": \"invalid_client\"}");
        }
    }

    private static String tokens(String session, String nonce) {
        long now = System.currentTimeMillis() / 1000;
        Tokens identity = Tokens.of(PERSON)
                .audience(CLIENT)
                .claim("sid", session)
                .claim("name", "Anneke de Wit")
                .claim("exp", now + lifespan);
        if (nonce != null) {
            identity.claim("nonce", nonce);
        }
        // As long as a provider's own: roles, sessions and scopes add up.
        String access = Tokens.of(PERSON)
                .claim("sid", session)
                .claim("padding", "x".repeat(600))
                .claim("exp", now + lifespan)
                .token();
        return """
                {"access_token": "%s", "id_token": "%s", "refresh_token": "%s", "token_type": "Bearer",
                 "expires_in": %d}"""
                .formatted(access, identity.token(), session, lifespan);
    }

    private void logout(HttpExchange exchange) throws IOException {
        redirect(exchange, parameters(exchange.getRequestURI().getRawQuery()).get("post_logout_redirect_uri"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return parameters;
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void json(HttpExchange exchange, String json) throws IOException {
        json(exchange, 200, json);
    }

    private static void json(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** A browser: cookies of its own, redirects followed by hand, and what it says about where a request comes from. */
    public static final class Browser {

        private final java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .build();
        private final Map<String, String> cookies = new HashMap<>();
        private final List<String> setCookies = new ArrayList<>();
        private String language = "nl";

        public Browser in(String other) {
            language = other;
            return this;
        }

        /** Cookies as the gateway set them so far, attributes included. */
        public List<String> setCookies() {
            return List.copyOf(setCookies);
        }

        /** A browser with the same cookies, such as a second tab or a thief has. */
        public Browser copy() {
            Browser other = new Browser();
            other.cookies.putAll(cookies);
            return other;
        }

        /** The value the browser would send in {@code Cookie}. */
        public String cookies() {
            StringBuilder sent = new StringBuilder();
            cookies.forEach((name, value) -> sent.append(sent.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            return sent.toString();
        }

        /** One request, no redirect followed. */
        public java.net.http.HttpResponse<String> get(String path) {
            return send(request(path).header("Sec-Fetch-Site", "none").GET());
        }

        /** Follows redirects, through the identity provider and back. */
        public java.net.http.HttpResponse<String> visit(String path) {
            java.net.http.HttpResponse<String> answer = get(path);
            for (int hops = 0; answer.statusCode() / 100 == 3 && hops < 10; hops++) {
                answer = get(answer.uri()
                        .resolve(answer.headers().firstValue("Location").orElseThrow())
                        .toString());
            }
            return answer;
        }

        /** Sends a form from one of our own pages. */
        public java.net.http.HttpResponse<String> post(String path, String form) {
            return post(path, form, "same-origin");
        }

        /** Sends a form; {@code site} is where from. */
        public java.net.http.HttpResponse<String> post(String path, String form, String site) {
            return send(request(path)
                    .header("Sec-Fetch-Site", site)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form)));
        }

        /** Sends a form that may hold files, from one of our own pages; a value each, or several under one name. */
        public java.net.http.HttpResponse<String> multipart(String path, List<Map.Entry<String, String>> fields) {
            StringBuilder body = new StringBuilder();
            fields.forEach(field -> body.append("--limit\r\nContent-Disposition: form-data; name=\"")
                    .append(field.getKey())
                    .append(
                            switch (field.getKey().replaceAll(".*[.]", "")) {
                                case "file" -> "\"; filename=\"foto.jpg\"\r\nContent-Type: image/jpeg";
                                case "captionsFile" -> "\"; filename=\"film.vtt\"\r\nContent-Type: text/vtt";
                                default -> "\"";
                            })
                    .append("\r\n\r\n")
                    .append(field.getValue())
                    .append("\r\n"));
            return send(request(path)
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("Content-Type", "multipart/form-data; boundary=limit")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body + "--limit--\r\n")));
        }

        /** Forgets who is signed in, as a browser does when a session is over. */
        public void forget() {
            cookies.clear();
        }

        private java.net.http.HttpRequest.Builder request(String path) {
            URI uri = URI.create("http://localhost:" + Neighbours.port()).resolve(path);
            java.net.http.HttpRequest.Builder request = java.net.http.HttpRequest.newBuilder(uri)
                    .header("Accept", "text/html,application/xhtml+xml")
                    .header("Accept-Language", language);
            if (uri.getPort() == Neighbours.port() && !cookies.isEmpty()) {
                request.header("Cookie", cookies());
            }
            return request;
        }

        private java.net.http.HttpResponse<String> send(java.net.http.HttpRequest.Builder request) {
            try {
                java.net.http.HttpResponse<String> answer =
                        client.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
                answer.headers().allValues("Set-Cookie").forEach(this::keep);
                return answer;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        private void keep(String cookie) {
            setCookies.add(cookie);
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }
}
