package nl.etalage.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts into what a service says of itself what only tests know: examples, problems by name, and scopes. */
final class ContractCompletion {

    private static final String REFERENCE = "#/components/examples/";
    private static final String PLUMBING = "nl.etalage.problem.http";
    private static final String TYPE = "https://etalage.nl/problems/";

    /** What an operation answers that says nothing of what it wants. */
    private static final String JSON = "application/json";

    private final CommittedContract wanted;
    private final CommittedContract committed;
    private final List<JsonNode> sightings;
    private final Map<String, JsonNode> problems = new TreeMap<>();
    private final Set<String> used = new TreeSet<>();

    private ContractCompletion(CommittedContract wanted, CommittedContract committed, List<JsonNode> sightings) {
        this.wanted = wanted;
        this.committed = committed;
        this.sightings = sightings;
    }

    /** Changes {@code wanted}; what is seen goes before what is committed. */
    static void complete(CommittedContract wanted, CommittedContract committed, List<JsonNode> sightings) {
        ContractCompletion completion = new ContractCompletion(wanted, committed, sightings);
        completion.readProblems();
        wanted.operations().forEach(completion::operation);
        completion.writeProblems();
    }

    private void readProblems() {
        committed
                .document()
                .path("components")
                .path("examples")
                .properties()
                .forEach(example ->
                        problems.put(example.getKey(), example.getValue().get("value")));
        sightings.stream()
                .filter(sighting -> sighting.has("problem"))
                .forEach(
                        sighting -> problems.putIfAbsent(sighting.get("problem").asText(), sighting.get("answer")));
    }

    private void writeProblems() {
        ObjectNode examples = wanted.document().withObjectProperty("components").withObjectProperty("examples");
        used.forEach(name -> examples.putObject(name).set("value", problems.get(name)));
    }

    private void operation(String id, ObjectNode operation) {
        boolean known = committed.operations().containsKey(id);
        JsonNode request = known ? committed.requestExample(id) : null;
        Set<String> scopes = known ? committed.scopes(id) : Set.of();
        Map<Integer, JsonNode> answers = new TreeMap<>();
        for (String status : statuses(operation)) {
            if (known
                    && !committed.responseExample(id, Integer.parseInt(status)).isMissingNode()) {
                answers.put(Integer.parseInt(status), committed.responseExample(id, Integer.parseInt(status)));
            }
        }
        for (JsonNode sighting : sightings) {
            if (sighting.path("operation").asText().equals(id) && !sighting.has("problem")) {
                request = sighting.get("request");
                scopes = new TreeSet<>();
                for (JsonNode scope : sighting.get("scopes")) {
                    scopes.add(scope.asText());
                }
                if (sighting.has("answer")) {
                    answers.put(sighting.get("status").asInt(), sighting.get("answer"));
                }
            }
        }
        put(operation, request, answers);
        putScopes(operation, scopes);
        for (String status : statuses(operation)) {
            if (status.compareTo("400") >= 0) {
                refusal(id, operation, status);
            }
        }
    }

    private static List<String> statuses(ObjectNode operation) {
        List<String> statuses = new ArrayList<>();
        operation.path("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    private static void put(ObjectNode operation, JsonNode request, Map<Integer, JsonNode> answers) {
        if (request != null && !request.isMissingNode()) {
            operation.path("requestBody").path("content").forEach(content -> ((ObjectNode) content)
                    .set("example", request));
        }
        answers.forEach((status, answer) -> {
            JsonNode content =
                    operation.path("responses").path(String.valueOf(status)).path("content");
            content.properties().stream()
                    .filter(type ->
                            content.has(JSON) ? type.getKey().equals(JSON) : CommittedContract.json(type.getKey()))
                    .forEach(type -> ((ObjectNode) type.getValue()).set("example", answer));
            // Made just now or there already: the same thing.
            operation.path("responses").properties().stream()
                    .filter(other ->
                            other.getKey().startsWith("2") && !answers.containsKey(Integer.parseInt(other.getKey())))
                    .forEach(other -> other.getValue().path("content").forEach(type -> {
                        if (type.path("schema").equals(content.path(JSON).path("schema"))) {
                            ((ObjectNode) type).set("example", answer);
                        }
                    }));
        });
    }

    private static void putScopes(ObjectNode operation, Set<String> scopes) {
        operation.path("security").forEach(way -> way.properties().forEach(scheme -> {
            ObjectNode owner = (ObjectNode) way;
            scopes.forEach(owner.putArray(scheme.getKey())::add);
        }));
    }

    /** A refusal no test ever got and no plumbing gives, is none. */
    private void refusal(String id, ObjectNode operation, String status) {
        Set<String> names = new TreeSet<>(plumbing(operation, status));
        if (committed.operations().containsKey(id)) {
            names.addAll(committed.problems(id, Integer.parseInt(status)));
        }
        for (JsonNode sighting : sightings) {
            if (sighting.has("problem")
                    && sighting.get("operation").asText().equals(id)
                    && sighting.get("status").asText().equals(status)) {
                names.add(sighting.get("problem").asText());
            }
        }
        if (names.isEmpty()) {
            ((ObjectNode) operation.get("responses")).remove(status);
            return;
        }
        ObjectNode examples = operation
                .withObjectProperty("responses")
                .withObjectProperty(status)
                .withObjectProperty("content")
                .withObjectProperty(CommittedContract.PROBLEM)
                .putObject("examples");
        for (String name : names) {
            problems.computeIfAbsent(name, unseen -> ofCatalogue(unseen, Integer.parseInt(status)));
            used.add(name);
            examples.putObject(name).put("$ref", REFERENCE + name);
        }
    }

    /** What the plumbing answers for a kind of operation, whether a test of this one met it or not. */
    private Set<String> plumbing(ObjectNode operation, String status) {
        boolean sends = operation.has("requestBody");
        boolean post = has(operation, "Idempotency-Key");
        Set<String> names = new TreeSet<>();
        switch (status) {
            case "400" -> {
                names.add("invalid-request");
                addIf(names, sends, "malformed-json");
                addIf(names, post, "invalid-idempotency-key");
                addIf(names, has(operation, "pageToken"), "invalid-page-token");
            }
            case "401" -> names.add("authentication-required");
            case "409" -> addIf(names, post, "idempotency-key-in-use");
            case "412" -> names.add("version-outdated");
            case "413" -> names.add("content-too-large");
            case "415" -> names.add("unsupported-media-type");
            case "422" -> {
                addIf(names, sends || has(operation, "limit"), "invalid-input");
                addIf(names, post, "idempotency-key-reused");
            }
            case "428" -> names.add("version-required");
            case "503" -> addIf(names, problems.containsKey("memberships-stale"), "memberships-stale");
            default -> names.addAll(Set.of());
        }
        return names;
    }

    private static void addIf(Set<String> names, boolean really, String name) {
        if (really) {
            names.add(name);
        }
    }

    private static boolean has(ObjectNode operation, String parameter) {
        return operation.path("parameters").findValuesAsText("name").contains(parameter);
    }

    private JsonNode ofCatalogue(String name, int status) {
        String key = name.toUpperCase(Locale.ROOT).replace('-', '_');
        ResourceBundle sentences = ResourceBundle.getBundle(PLUMBING, Locale.forLanguageTag("nl"));
        try {
            return wanted.document()
                    .objectNode()
                    .put("type", TYPE + name)
                    .put("title", sentences.getString(key + ".title").replace("''", "'"))
                    .put("status", status)
                    .put("detail", sentences.getString(key + ".detail").replace("''", "'"));
        } catch (MissingResourceException ours) {
            throw new IllegalStateException("No test ever saw the problem " + name, ours);
        }
    }
}
