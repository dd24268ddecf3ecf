package nl.etalage.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A committed {@code openapi.yaml}, asked for what it says of an operation. */
public final class CommittedContract {

    static final String PROBLEM = "application/problem+json";

    private static final String PROBLEMS = "https://etalage.nl/problems/";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final ObjectNode document;
    private final Map<String, ObjectNode> operations = new LinkedHashMap<>();

    private CommittedContract(ObjectNode document) {
        this.document = document;
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation instanceof ObjectNode known && operation.has("operationId")) {
                        operations.put(operation.get("operationId").asText(), known);
                    }
                }));
    }

    /** Reads a file. */
    public static CommittedContract of(Path openapi) {
        try {
            return parsed(Files.readString(openapi));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static CommittedContract parsed(String yaml) {
        try {
            return new CommittedContract((ObjectNode) YAML.readTree(yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether what the contract doesn't know yet is written down instead of refused. */
    public static boolean learning() {
        return Boolean.getBoolean("contract.learn");
    }

    /** Whether an operation has an answer with a status. */
    public boolean answers(String operation, int status) {
        return operations.containsKey(operation)
                && operations.get(operation).path("responses").has(String.valueOf(status));
    }

    /**
     * Holds a refusal to the problems the contract names for an operation and a status.
     *
     * @param problem the answer's body
     */
    public void proveNamed(String operation, int status, JsonNode problem) {
        String name = problem.path("type").asText().replace(PROBLEMS, "");
        if (operations.containsKey(operation) && !problems(operation, status).contains(name)) {
            Sightings.problem(operation, status, name, problem);
            if (!learning()) {
                throw new AssertionError(
                        "%s answers %d %s, which its contract doesn't name. If that is meant, see CONTRIBUTING.md"
                                .formatted(operation, status, name));
            }
        }
    }

    /** Whether an operation says that it answers in a media type, without parameters, with a status. */
    public boolean answers(String operation, int status, String mediaType) {
        return operations.containsKey(operation)
                && operations
                        .get(operation)
                        .path("responses")
                        .path(String.valueOf(status))
                        .path("content")
                        .has(mediaType);
    }

    ObjectNode document() {
        return document;
    }

    Map<String, ObjectNode> operations() {
        return operations;
    }

    /** Names of the problems that an operation can answer with a status. */
    Set<String> problems(String operation, int status) {
        Set<String> names = new TreeSet<>();
        operations
                .get(operation)
                .path("responses")
                .path(String.valueOf(status))
                .path("content")
                .path(PROBLEM)
                .path("examples")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    /** The example of what is sent; missing where there is none. */
    JsonNode requestExample(String operation) {
        return example(operations.get(operation).path("requestBody"));
    }

    /** The example of an answer; missing where there is none. */
    JsonNode responseExample(String operation, int status) {
        return example(operations.get(operation).path("responses").path(String.valueOf(status)));
    }

    /** Scopes of which a machine needs one. */
    Set<String> scopes(String operation) {
        Set<String> scopes = new TreeSet<>();
        operations
                .get(operation)
                .path("security")
                .forEach(way -> way.forEach(wanted -> wanted.forEach(scope -> scopes.add(scope.asText()))));
        return scopes;
    }

    static boolean json(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static JsonNode example(JsonNode bodied) {
        for (JsonNode content : bodied.path("content")) {
            if (content.has("example")) {
                return content.get("example");
            }
        }
        return MissingNode.getInstance();
    }
}
