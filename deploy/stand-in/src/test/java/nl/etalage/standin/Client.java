package nl.etalage.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import nl.etalage.standin.json.Json;

/** Calls a stand-in over HTTP, as one account or as nobody. */
final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private final String token;

    private Client(String url, String token) {
        this.url = url;
        this.token = token;
    }

    static Client of(StandInPlatform platform, String account) {
        return new Client(platform.url(), "stand-in-" + account);
    }

    static Client at(String url, String account) {
        return new Client(url, "stand-in-" + account);
    }

    static Client withToken(StandInPlatform platform, String token) {
        return new Client(platform.url(), token);
    }

    static Client anonymous(StandInPlatform platform) {
        return new Client(platform.url(), null);
    }

    Reply get(String path) {
        return send(to(path).GET());
    }

    Reply delete(String path) {
        return send(to(path).DELETE());
    }

    Reply put(String path, String json) {
        return send(to(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Reply postJson(String path, String json, String... headers) {
        HttpRequest.Builder request = to(path).header("Content-Type", "application/json");
        return send(with(headers, request).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Reply postForm(String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = to(path).header("Content-Type", "application/x-www-form-urlencoded");
        return send(with(headers, request).POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    Reply post(String text, String key) {
        return postForm("/api/v1/statuses", Map.of("status", text), "Idempotency-Key", key);
    }

    Reply upload(byte[] file, Map<String, String> fields) {
        String boundary = "between-the-parts";
        HttpRequest.Builder request =
                to("/api/v2/media").header("Content-Type", "multipart/form-data; boundary=" + boundary);
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(multipart(boundary, file, fields))));
    }

    /** An uploaded picture that is ready for use. */
    String picture(String description) {
        Reply reply = upload(TestPictures.png(40, 30), Map.of("description", description));
        return reply.json().path("id").asText();
    }

    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            return trySend(request);
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        }
    }

    /** @throws IOException when no answer comes */
    static Reply trySend(HttpRequest.Builder request) throws IOException {
        try {
            return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] multipart(String boundary, byte[] file, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"foto.png\""
                        + "\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    record Reply(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return Json.parse(text());
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + text(), e);
            }
        }

        String error() {
            return json().path("error").asText();
        }
    }
}
