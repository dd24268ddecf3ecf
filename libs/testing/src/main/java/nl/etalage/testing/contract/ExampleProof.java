package nl.etalage.testing.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What one operation was sent and answered 2xx in a test, held to the examples in its contract: the request to the
 * letter but for ids, slugs, secrets and moments, the answer by its members and their kinds.
 */
public final class ExampleProof {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CommittedContract contract;
    private final String operation;
    private final List<Success> successes = new ArrayList<>();

    private record Success(JsonNode request, int status, JsonNode answer) {

        int size() {
            return answer == null ? 0 : answer.toString().length();
        }
    }

    /** Nothing was seen yet. */
    public ExampleProof(CommittedContract contract, String operation) {
        this.contract = contract;
        this.operation = operation;
    }

    /**
     * One request that was answered 2xx.
     *
     * @param body what was sent: JSON, or another text; null for nothing
     */
    public void saw(String body, Response response) {
        String type = String.valueOf(response.contentType()).replaceAll(";.*", "");
        boolean readable = CommittedContract.json(type) && response.asByteArray().length > 0;
        successes.add(new Success(
                body == null ? null : Canonical.of(read(body)),
                response.statusCode(),
                readable ? read(response.asString()) : null));
    }

    /** Whether there is anything to hold. */
    public boolean isEmpty() {
        return successes.isEmpty();
    }

    /**
     * What the contract should say and doesn't.
     *
     * @param scopes of which a machine needed one
     */
    public List<String> deviations(Set<String> scopes) {
        List<String> deviations = new ArrayList<>();
        Success fullest = successes.stream()
                .max(Comparator.comparingInt(Success::size))
                .orElseThrow(() -> new AssertionError("Nobody succeeded with " + operation));
        if (fullest.request() != null && !fullest.request().equals(contract.requestExample(operation))) {
            deviations.add("its example of a request is not what was sent, " + fullest.request());
        }
        if (successes.stream().noneMatch(this::shown)) {
            deviations.add("its example of an answer looks otherwise than what was answered, "
                    + Canonical.of(fullest.answer()));
        }
        if (!scopes.equals(contract.scopes(operation))) {
            deviations.add("it is open to machines with one of " + scopes);
        }
        if (!deviations.isEmpty()) {
            JsonNode answer = fullest.answer() == null ? null : Canonical.of(fullest.answer());
            Sightings.example(operation, fullest.request(), fullest.status(), answer, List.copyOf(scopes));
        }
        return deviations.stream()
                .map(deviation -> "openapi.yaml, %s: %s; see CONTRIBUTING.md".formatted(operation, deviation))
                .toList();
    }

    private boolean shown(Success success) {
        JsonNode example = contract.responseExample(operation, success.status());
        if (success.answer() == null) {
            return example.isMissingNode();
        }
        boolean empty = example.path("items").isArray() && example.get("items").isEmpty();
        // An empty list shows nothing, so it is an example only where nobody was shown more.
        return !example.isMissingNode()
                && Shape.alike(example, success.answer())
                && (!empty || successes.stream().allMatch(ExampleProof::nothing));
    }

    private static boolean nothing(Success success) {
        return success.answer() == null || success.answer().path("items").isEmpty();
    }

    private static JsonNode read(String text) {
        try {
            return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : TextNode.valueOf(text);
        } catch (JsonProcessingException invalid) {
            throw new IllegalArgumentException(text, invalid);
        }
    }
}
