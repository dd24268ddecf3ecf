package nl.etalage.standin.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.etalage.standin.json.Json;

/** What the platform says to one call. */
public record Answer(int status, JsonNode body, Map<String, String> headers) {
    public static Answer ok(JsonNode body) {
        return of(200, body);
    }

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, body, Map.of());
    }

    /** The body is {@code {"error": "…"}}, as in https://docs.joinmastodon.org/entities/Error/ */
    public static Answer error(int status, String message) {
        return of(status, Json.object().put("error", message));
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, Map.copyOf(more));
    }
}
