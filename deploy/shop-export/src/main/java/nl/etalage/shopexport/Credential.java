package nl.etalage.shopexport;

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

/** An access token: the one that was given, or that of a demo person, renewed before it ends. */
final class Credential {

    private static final String CLIENT = "etalage-cli";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A request begun with a token has to end with it. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Settings settings;
    private final HttpClient http;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private String known;
    private Instant until = Instant.MIN;

    Credential(Settings settings, HttpClient http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /** Whether it was given, so that nobody here can renew it. */
    boolean given() {
        return settings.token().isPresent();
    }

    String token() {
        if (given()) {
            return settings.token().orElseThrow();
        }
        if (!clock.instant().isBefore(until)) {
            signIn();
        }
        return known;
    }

    /** OAuth 2.0 password grant, RFC 6749 section 4.3. */
    private void signIn() {
        URI endpoint = URI.create(settings.issuer() + "/protocol/openid-connect/token");
        String user = URLEncoder.encode(settings.user(), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=%s&username=%s&password=%s".formatted(CLIENT, user, user)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = json.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new Failure("%s can't sign in at %s (%d): outside the demo, put an access token in ETALAGE_TOKEN."
                        .formatted(settings.user(), settings.issuer(), response.statusCode()));
            }
            known = answer.required("access_token").asText();
            until = clock.instant()
                    .plusSeconds(answer.required("expires_in").asLong())
                    .minus(MARGIN);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Failure(
                    "%s can't sign in at %s, which gives no answer: outside the demo, put an access token in ETALAGE_TOKEN."
                            .formatted(settings.user(), settings.issuer()),
                    unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure("Stopped while signing in.", stopped);
        }
    }
}
