package nl.etalage.testing.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import nl.etalage.testing.ContractFilter;

/**
 * Holds a committed contract to the running service, and to being complete. What annotations say of a service stands in
 * it, and beside that what tests saw: examples, the problems of each operation by name, and the scopes that open it.
 */
public final class ContractProof {

    private static final YAMLFactory AS_THE_SERVICE_WRITES = YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private final Path file;
    private final CommittedContract committed;

    private ContractProof(Path file) {
        this.file = file;
        this.committed = CommittedContract.of(file);
    }

    /** Of a committed {@code openapi.yaml}. */
    public static ContractProof of(Path openapi) {
        return new ContractProof(openapi);
    }

    /**
     * Holds the contract to what the service says of itself. Writes to {@code target/openapi.yaml} what it should be:
     * the running one, with what the committed one and the tests before this know of examples.
     *
     * @param running as YAML
     */
    public void proveIsRunning(String running) {
        CommittedContract wanted = CommittedContract.parsed(running);
        ContractCompletion.complete(wanted, committed, Sightings.all());
        CommittedContract bare = CommittedContract.parsed(running);
        ContractCompletion.complete(bare, committed, List.of());
        try {
            Files.writeString(Path.of("target", "openapi.yaml"), written(wanted.document()));
            if (!Files.readString(file).equals(written(bare.document()))) {
                throw new AssertionError("The contract changed. If you meant that: cp target/openapi.yaml openapi.yaml,"
                        + " and look at the diff");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Holds every operation to having a summary, examples that fit their schema, problems by name, and a guard. */
    public void proveIsComplete() {
        List<String> gaps = new ArrayList<>();
        ContractFilter schemas = ContractFilter.of(file);
        committed.operations().forEach((id, operation) -> {
            gapsOf(operation).forEach(gap -> gaps.add(id + " has no " + gap));
            operation.path("responses").properties().forEach(response -> {
                JsonNode example = committed.responseExample(id, Integer.parseInt(response.getKey()));
                if (!example.isMissingNode()) {
                    schemas.deviation(id, Integer.parseInt(response.getKey()), example.toString())
                            .ifPresent(why -> gaps.add(id + "'s example of an answer is not as its schema: " + why));
                }
            });
        });
        if (!gaps.isEmpty()) {
            throw new AssertionError(String.join("\n", gaps));
        }
    }

    private static List<String> gapsOf(ObjectNode operation) {
        List<String> gaps = new ArrayList<>();
        if (operation.path("summary").asText().isBlank()) {
            gaps.add("summary");
        }
        if (!operation.path("security").isArray()) {
            gaps.add("security");
        } else if (operation.get("security").isEmpty()
                && operation.path("description").asText().isBlank()) {
            gaps.add("description that says what guards it, though it asks for no credential");
        }
        JsonNode sent = operation.path("requestBody").path("content");
        if (!sent.isMissingNode() && !anyHas(sent, "example")) {
            gaps.add("example of a request");
        }
        Iterator<Map.Entry<String, JsonNode>> responses =
                operation.path("responses").properties().iterator();
        boolean refuses = false;
        while (responses.hasNext()) {
            Map.Entry<String, JsonNode> response = responses.next();
            JsonNode content = response.getValue().path("content");
            boolean refusal = response.getKey().compareTo("400") >= 0;
            refuses |= refusal;
            if (refusal
                    && content.path(CommittedContract.PROBLEM).path("examples").isEmpty()) {
                gaps.add("problem by name for " + response.getKey());
            }
            if (!refusal && readable(content) && !anyHas(content, "example")) {
                gaps.add("example of an answer " + response.getKey());
            }
        }
        if (!refuses) {
            gaps.add("problem");
        }
        return gaps;
    }

    private static boolean readable(JsonNode content) {
        return content.properties().stream().anyMatch(type -> CommittedContract.json(type.getKey()));
    }

    private static boolean anyHas(JsonNode content, String member) {
        return content.properties().stream().anyMatch(type -> type.getValue().has(member));
    }

    private static String written(ObjectNode document) throws JsonProcessingException {
        return new ObjectMapper(AS_THE_SERVICE_WRITES).writeValueAsString(document);
    }
}
