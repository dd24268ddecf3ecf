package nl.etalage.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What tests saw of a service that its contract doesn't say, one JSON object a line in {@code target/}: a file, for the
 * tests of one module run under several class loaders.
 */
final class Sightings {

    private static final Path FILE = Path.of("target", "contract-sightings.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Sightings() {}

    /** A problem that an operation answered. */
    static void problem(String operation, int status, String name, JsonNode problem) {
        append(JSON.createObjectNode()
                .put("operation", operation)
                .put("status", status)
                .put("problem", name)
                .set("answer", Canonical.of(problem)));
    }

    /** A request that was answered 2xx, either without a body as null; and the scopes that open the operation. */
    static void example(String operation, JsonNode request, int status, JsonNode answer, List<String> scopes) {
        ObjectNode line = JSON.createObjectNode().put("operation", operation).put("status", status);
        if (request != null) {
            line.set("request", request);
        }
        if (answer != null) {
            line.set("answer", answer);
        }
        scopes.forEach(line.putArray("scopes")::add);
        append(line);
    }

    private static synchronized void append(JsonNode line) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static List<JsonNode> all() {
        List<JsonNode> sightings = new ArrayList<>();
        try {
            for (String line : Files.exists(FILE) ? Files.readAllLines(FILE) : List.<String>of()) {
                sightings.add(JSON.readTree(line));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sightings;
    }
}
