package nl.etalage.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An OpenID provider for tests: discovery, keys, and tokens for the client credentials of services. People's tokens are
 * made by {@link Tokens}. Sets {@code etalage.issuer} and {@code etalage.service-client.secret}.
 */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/etalage";
        Tokens.issuer(issuer);
        server.createContext(
                "/realms/etalage/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        """
                {"issuer": "%1$s", "jwks_uri": "%1$s/certs", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/auth", "end_session_endpoint": "%1$s/logout",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}"""
                                .formatted(issuer)));
        server.createContext("/realms/etalage/certs", exchange -> answer(exchange, Tokens.keySet()));
        server.createContext(
                "/realms/etalage/token",
                exchange -> answer(
                        exchange,
                        """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 300}"""
                                .formatted(Tokens.service("test-service"))));
        server.start();
        return Map.of("etalage.issuer", issuer, "etalage.service-client.secret", "test");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
