package nl.etalage.demodata.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The public API at the gateway. Repeats a request as long as waiting may help. */
public final class Api {

    /** News such as a membership reaches the other services in about a second; a cold machine takes longer. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A service that has yet to hear of a member, shop or merge field answers as if there were none. */
    private static final Set<Integer> NOT_HEARD_YET = Set.of(403, 404, 422);

    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 150;

    /** Who says to come back later means it; on a machine that does much else, that may take a while. */
    private static final int BUSY_FACTOR = 8;

    private static final int PAGE = 100;

    private final URI gateway;
    private final Tokens tokens;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final JsonMapper json = new JsonMapper();

    public Api(URI gateway, Tokens tokens, Clock clock, Duration patience) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * The resource as answered.
     *
     * @throws Failure when it is refused, also after waiting
     */
    public JsonNode send(Call call) {
        Instant start = clock.instant();
        while (true) {
            try {
                HttpResponse<byte[]> response = http.send(request(call), HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() / 100 == 2) {
                    return json.readTree(response.body());
                }
                if (!mayChange(response) || patienceEnds(start, response.statusCode())) {
                    throw refused(call, response);
                }
            } catch (IOException e) {
                if (patienceEnds(start, 0)) {
                    throw new Failure("%s %s got no answer from %s.".formatted(call.method(), call.path(), gateway), e);
                }
            } catch (InterruptedException e) {
                throw stopped(e);
            }
            pause();
        }
    }

    /** All items of a list, whatever the number of pages. */
    public List<JsonNode> list(String who, String path) {
        List<JsonNode> items = new ArrayList<>();
        String first = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
        String next = first;
        while (!next.isEmpty()) {
            JsonNode page = send(Call.get(who, next));
            page.path("items").forEach(items::add);
            String token = page.path("nextPageToken").asText("");
            next = token.isEmpty() ? "" : first + "&pageToken=" + token;
        }
        return items;
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + call.path()))
                .timeout(ONE_ANSWER)
                .header("Authorization", "Bearer " + tokens.of(call.who()))
                .header("Accept-Language", "en");
        if (!call.version().isEmpty()) {
            request.header("If-Match", call.version());
        }
        if (call.method().equals("POST")) {
            request.header("Idempotency-Key", call.idempotencyKey());
        }
        if (call.body().isEmpty()) {
            return request.method(call.method(), HttpRequest.BodyPublishers.noBody())
                    .build();
        }
        return request.header("Content-Type", call.body().mediaType())
                .method(
                        call.method(),
                        HttpRequest.BodyPublishers.ofByteArray(call.body().bytes()))
                .build();
    }

    private boolean patienceEnds(Instant start, int status) {
        Duration most = BUSY.contains(status) ? patience.multipliedBy(BUSY_FACTOR) : patience;
        return clock.instant().isAfter(start.plus(most));
    }

    private static boolean mayChange(HttpResponse<byte[]> response) {
        // A request of an earlier run that was cut short may still be under way, with the same key.
        boolean underWay = response.statusCode() == 409
                && response.headers().firstValue("Retry-After").isPresent();
        return underWay || NOT_HEARD_YET.contains(response.statusCode()) || BUSY.contains(response.statusCode());
    }

    private Failure refused(Call call, HttpResponse<byte[]> response) {
        return new Failure("%s %s by %s was answered with %d: %s"
                .formatted(call.method(), call.path(), call.who(), response.statusCode(), reason(response.body())));
    }

    private String reason(byte[] body) {
        try {
            JsonNode problem = json.readTree(body);
            StringBuilder reason = new StringBuilder(problem.path("detail").asText("no reason given"));
            problem.path("violations").forEach(violation -> reason.append(' ')
                    .append(violation.path("pointer").asText())
                    .append(": ")
                    .append(violation.path("detail").asText()));
            return reason.toString().replaceAll("\\s+", " ");
        } catch (IOException notJson) {
            String text = new String(body, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
            return text.substring(0, Math.min(text.length(), 200));
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private static Failure stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Failure("Stopped before everything was brought in.", e);
    }
}
