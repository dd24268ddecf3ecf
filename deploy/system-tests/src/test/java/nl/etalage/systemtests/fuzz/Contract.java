package nl.etalage.systemtests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the API document of the gateway says one can ask. */
final class Contract {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String PROBLEM = "application/problem+json";

    private final List<Operation> operations = new ArrayList<>();

    /** One parameter; {@code in} is path, query or header. */
    record Parameter(String name, String in, JsonNode schema) {}

    /**
     * One operation.
     *
     * @param mediaType of the body it reads; null for none
     * @param example of that body; a missing node for none
     * @param problems last parts of the types that it says it can answer
     */
    record Operation(
            String id,
            String method,
            String path,
            boolean open,
            List<Parameter> parameters,
            String mediaType,
            JsonNode example,
            Set<String> problems) {}

    Contract(JsonNode document) {
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> operations.add(operation(path.getKey(), member.getKey(), member.getValue()))));
    }

    List<Operation> operations() {
        return operations;
    }

    private static Operation operation(String path, String method, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.add(new Parameter(
                        parameter.path("name").asText(), parameter.path("in").asText(), parameter.path("schema"))));
        JsonNode content = operation.path("requestBody").path("content");
        String mediaType = content.isEmpty()
                ? null
                : content.properties().iterator().next().getKey();
        Set<String> problems = new HashSet<>();
        operation
                .path("responses")
                .forEach(response -> response.path("content").path(PROBLEM).path("examples").properties().stream()
                        .map(example -> example.getKey())
                        .forEach(problems::add));
        JsonNode security = operation.path("security");
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                security.isArray() && security.isEmpty(),
                parameters,
                mediaType,
                mediaType == null
                        ? content.path("none")
                        : content.path(mediaType).path("example"),
                problems);
    }
}
