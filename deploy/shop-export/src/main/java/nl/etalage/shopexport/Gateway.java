package nl.etalage.shopexport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Asks the gateway, and waits as long as it asks us to. */
final class Gateway {

    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final Duration ONE_PAGE = Duration.ofSeconds(60);
    /** A picture is at most 200 MiB, and a shop's line may be slow. */
    private static final Duration ONE_FILE = Duration.ofMinutes(30);
    /** When nobody says how long. */
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** Nobody is kept waiting longer at a time, whatever the server says. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    /** Lets time pass. */
    interface Wait {
        void last(Duration pause) throws InterruptedException;
    }

    private final URI address;
    private final HttpClient http;
    private final Credential credential;
    private final Clock clock;
    private final Wait wait;
    private final Duration patience;
    private final JsonMapper json = new JsonMapper();

    /** @param patience how long one request is repeated before it is given up */
    Gateway(URI address, HttpClient http, Credential credential, Clock clock, Wait wait, Duration patience) {
        this.address = address;
        this.http = http;
        this.credential = credential;
        this.clock = clock;
        this.wait = wait;
        this.patience = patience;
    }

    /**
     * The bytes at a path.
     *
     * @throws Failure when they don't come
     * @throws PageGone when the server no longer knows the page
     */
    byte[] read(String path) throws PageGone {
        HttpResponse<byte[]> response = send(path, ONE_PAGE, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() == 400 && path.contains("pageToken=")) {
            throw new PageGone();
        }
        if (response.statusCode() != 200) {
            throw refused(path, response.statusCode(), response.body());
        }
        return response.body();
    }

    /** The bytes at a path, in a file. */
    void download(String path, Path file) {
        HttpResponse<Path> response = send(
                path,
                ONE_FILE,
                HttpResponse.BodyHandlers.ofFile(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING));
        if (response.statusCode() != 200) {
            try {
                throw refused(path, response.statusCode(), Files.readAllBytes(file));
            } catch (IOException unreadable) {
                throw refused(path, response.statusCode(), new byte[0]);
            }
        }
    }

    private <T> HttpResponse<T> send(String path, Duration longest, HttpResponse.BodyHandler<T> body) {
        Instant end = clock.instant().plus(patience);
        while (true) {
            Duration pause = PAUSE;
            try {
                HttpResponse<T> response = http.send(request(path, longest), body);
                if (!BUSY.contains(response.statusCode()) || !clock.instant().isBefore(end)) {
                    return response;
                }
                pause = asked(response);
            } catch (IOException noAnswer) {
                if (!clock.instant().isBefore(end)) {
                    throw new Failure(
                            "%s gives no answer (%s): run this again later, it goes on where it stopped."
                                    .formatted(address, noAnswer.getMessage()),
                            noAnswer);
                }
            } catch (InterruptedException stopped) {
                throw stopped(stopped);
            }
            pause(pause);
        }
    }

    private HttpRequest request(String path, Duration longest) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(longest)
                .header("Authorization", "Bearer " + credential.token())
                .header("Accept-Language", "nl")
                .build();
    }

    /** RFC 9110 section 10.2.3, in seconds. */
    private static Duration asked(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(asked -> asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked)
                .orElse(PAUSE);
    }

    private void pause(Duration pause) {
        try {
            wait.last(pause);
        } catch (InterruptedException stopped) {
            throw stopped(stopped);
        }
    }

    private static Failure stopped(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new Failure("Stopped before everything was here: run this again, it goes on where it stopped.", stopped);
    }

    private Failure refused(String path, int status, byte[] body) {
        if (status == 401) {
            return new Failure(
                    credential.given()
                            ? "The token in ETALAGE_TOKEN has ended or is not for %s: get a new one and run this again, it goes on where it stopped."
                                    .formatted(address)
                            : "%s doesn't let this person in.".formatted(address));
        }
        return new Failure("%s was answered with %d: %s".formatted(path.replaceAll("\\?.*", ""), status, reason(body)));
    }

    private String reason(byte[] body) {
        try {
            JsonNode problem = json.readTree(body);
            return problem.path("detail").asText("no reason given").replaceAll("\\s+", " ");
        } catch (IOException notJson) {
            String text = new String(body, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
            return text.substring(0, Math.min(text.length(), 200));
        }
    }

    /** The place to go on from is no place any more; the part has to begin anew. */
    static final class PageGone extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
