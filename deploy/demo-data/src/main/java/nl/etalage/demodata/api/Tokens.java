package nl.etalage.demodata.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs the demo people in, whose passwords are their user names, and again before their token ends. */
public final class Tokens {

    private static final String CLIENT = "etalage-cli";
    /** A request begun with a token has to end with it. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI endpoint;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, Instant until) {}

    public Tokens(URI issuer, Clock clock) {
        this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
        this.clock = clock;
    }

    /** @throws Failure when the person can't sign in */
    String of(String username) {
        return tokens.compute(username, (name, known) -> known != null && isFresh(known) ? known : signIn(name))
                .text();
    }

    private boolean isFresh(Token token) {
        return clock.instant().isBefore(token.until());
    }

    /** OAuth 2.0 password grant, RFC 6749 section 4.3. */
    private Token signIn(String username) {
        String form = "grant_type=password&client_id=%s&username=%s&password=%s"
                .formatted(CLIENT, encoded(username), encoded(username));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = json.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new Failure("%s can't sign in at %s: %d %s."
                        .formatted(
                                username,
                                endpoint,
                                response.statusCode(),
                                answer.path("error_description").asText()));
            }
            Duration life = Duration.ofSeconds(answer.required("expires_in").asLong());
            return new Token(
                    answer.required("access_token").asText(),
                    clock.instant().plus(life).minus(MARGIN));
        } catch (IOException e) {
            throw new Failure("%s can't sign in at %s: no answer.".formatted(username, endpoint), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Stopped while %s signed in.".formatted(username), e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
