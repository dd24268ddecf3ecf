package nl.etalage.gateway.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.Sentences;

/** What the gateway itself can answer to any operation, which no service says of itself. */
final class GatewayProblems {

    private static final List<HttpProblem> ANY_TIME = List.of(
            HttpProblem.REQUEST_TIMEOUT,
            HttpProblem.TOO_MANY_REQUESTS,
            HttpProblem.BAD_GATEWAY,
            HttpProblem.UNAVAILABLE,
            HttpProblem.GATEWAY_TIMEOUT);
    private static final String PROBLEM = "application/problem+json";

    private final ObjectNode document;
    private final Sentences sentences = Sentences.forHeader("nl");

    private GatewayProblems(ObjectNode document) {
        this.document = document;
    }

    /** Adds them to every operation, beside what its service says of the same status. */
    static void describe(ObjectNode document) {
        GatewayProblems problems = new GatewayProblems(document);
        problems.addHeaders();
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation instanceof ObjectNode known && operation.has("responses")) {
                        ANY_TIME.forEach(problem -> problems.add(known, problem));
                    }
                }));
    }

    private void addHeaders() {
        ObjectNode headers = document.withObjectProperty("components").withObjectProperty("headers");
        header(headers, "RateLimit", "What is left of the limit, and in how many seconds it is whole again", "string");
        header(headers, "RateLimit-Policy", "The limit: how many requests, in how many seconds", "string");
        header(headers, "Retry-After", "After how many seconds to come back", "integer");
    }

    private static void header(ObjectNode headers, String name, String description, String type) {
        headers.putObject(name)
                .put("description", description)
                .putObject("schema")
                .put("type", type);
    }

    private void add(ObjectNode operation, HttpProblem problem) {
        String name = name(problem);
        ObjectNode response =
                operation.withObjectProperty("responses").withObjectProperty(String.valueOf(problem.status()));
        if (!response.has("description")) {
            response.put("description", sentence(problem, "title"));
        }
        if (problem.status() == 429 || problem.status() == 503) {
            refer(response, "Retry-After");
        }
        if (problem.status() == 429) {
            refer(response, "RateLimit");
            refer(response, "RateLimit-Policy");
        }
        ObjectNode content = response.withObjectProperty("content").withObjectProperty(PROBLEM);
        if (!content.has("schema")) {
            content.putObject("schema").put("$ref", "#/components/schemas/Problem");
        }
        content.withObjectProperty("examples").putObject(name).put("$ref", "#/components/examples/" + name);
        ObjectNode examples = document.withObjectProperty("components").withObjectProperty("examples");
        if (!examples.has(name)) {
            examples.putObject(name)
                    .putObject("value")
                    .put("type", problem.type().toString())
                    .put("title", sentence(problem, "title"))
                    .put("status", problem.status())
                    .put("detail", sentence(problem, "detail"));
        }
    }

    private static void refer(ObjectNode response, String header) {
        response.withObjectProperty("headers").putObject(header).put("$ref", "#/components/headers/" + header);
    }

    private String sentence(HttpProblem problem, String part) {
        return sentences.sentence(problem.bundle(), problem.name() + "." + part, List.of());
    }

    private static String name(HttpProblem problem) {
        return problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
