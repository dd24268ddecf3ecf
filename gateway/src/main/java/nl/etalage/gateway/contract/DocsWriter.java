package nl.etalage.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.etalage.gateway.contract.DocsPage.AnswerView;
import nl.etalage.gateway.contract.DocsPage.BodyView;
import nl.etalage.gateway.contract.DocsPage.Field;
import nl.etalage.gateway.contract.DocsPage.Group;
import nl.etalage.gateway.contract.DocsPage.OperationView;
import nl.etalage.gateway.contract.DocsPage.SchemaView;

/** Makes a readable page out of the API document. */
final class DocsWriter {

    private static final String SCHEMAS = "#/components/schemas/";

    private final ApiDocument document;
    private final Sample sample;
    private final String publicUrl;

    DocsWriter(ApiDocument document, String publicUrl) {
        this.document = document;
        this.publicUrl = publicUrl;
        sample = new Sample(document);
    }

    DocsPage write() {
        Map<String, List<OperationView>> byTag = new LinkedHashMap<>();
        document.json().path("tags").forEach(tag -> byTag.put(tag.path("name").asText(), new ArrayList<>()));
        document.operations().forEach(operation -> byTag.computeIfAbsent(
                        operation.body().path("tags").path(0).asText("Etalage"), any -> new ArrayList<>())
                .add(view(operation)));
        List<Group> groups = new ArrayList<>();
        byTag.forEach((tag, operations) -> {
            if (!operations.isEmpty()) {
                groups.add(new Group(anchor(tag), tag, description(tag), operations));
            }
        });
        List<SchemaView> schemas = new ArrayList<>();
        document.json()
                .path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> schemas.add(schema(schema.getKey(), schema.getValue())));
        return new DocsPage(groups, schemas);
    }

    private String description(String tag) {
        for (JsonNode known : document.json().path("tags")) {
            if (known.path("name").asText().equals(tag)) {
                return known.path("description").asText();
            }
        }
        return "";
    }

    private OperationView view(Operation operation) {
        JsonNode body = operation.body();
        return new OperationView(
                anchor(operation.method() + operation.path()),
                operation.method(),
                operation.path(),
                body.path("summary").asText(operation.path()),
                body.path("description").asText(),
                body.path("security").isArray() && body.path("security").isEmpty(),
                scopes(body),
                parameters(operation),
                requestBody(body),
                answers(body),
                new CurlCommand(sample, publicUrl).of(operation, document));
    }

    private static String scopes(JsonNode operation) {
        Set<String> scopes = new TreeSet<>();
        operation
                .path("security")
                .forEach(alternative ->
                        alternative.forEach(required -> required.forEach(scope -> scopes.add(scope.asText()))));
        return String.join(", ", scopes);
    }

    private List<Field> parameters(Operation operation) {
        List<Field> fields = new ArrayList<>();
        document.json()
                .path("paths")
                .path(operation.path())
                .path("parameters")
                .forEach(parameter -> fields.add(parameter(document.resolved(parameter))));
        operation.body().path("parameters").forEach(parameter -> fields.add(parameter(document.resolved(parameter))));
        return fields;
    }

    private Field parameter(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        return new Field(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                kind(schema),
                link(schema),
                parameter.path("description").asText(),
                parameter.path("required").asBoolean());
    }

    private BodyView requestBody(JsonNode operation) {
        JsonNode body = document.resolved(operation.path("requestBody"));
        for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
            boolean json = content.getKey().endsWith("json");
            return new BodyView(
                    content.getKey(),
                    kind(content.getValue().path("schema")),
                    link(content.getValue().path("schema")),
                    json ? sample.ofContent(content.getValue()).toPrettyString() : null);
        }
        return null;
    }

    private List<AnswerView> answers(JsonNode operation) {
        List<AnswerView> answers = new ArrayList<>();
        operation.path("responses").properties().forEach(response -> {
            JsonNode answer = document.resolved(response.getValue());
            JsonNode content = answer.path("content").isEmpty()
                    ? answer.path("content")
                    : answer.path("content").iterator().next();
            JsonNode example = content.path("example");
            answers.add(new AnswerView(
                    response.getKey(),
                    answer.path("description").asText(),
                    content.isEmpty() ? "" : kind(content.path("schema")),
                    content.isEmpty() ? null : link(content.path("schema")),
                    problems(content),
                    example.isMissingNode() ? null : example.toPrettyString()));
        });
        return answers;
    }

    private List<DocsPage.Problem> problems(JsonNode content) {
        List<DocsPage.Problem> problems = new ArrayList<>();
        content.path("examples").properties().forEach(example -> {
            JsonNode problem = document.resolved(example.getValue()).path("value");
            problems.add(new DocsPage.Problem(
                    example.getKey(),
                    problem.path("type").asText(),
                    problem.path("title").asText()));
        });
        return problems;
    }

    private SchemaView schema(String name, JsonNode schema) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        List<Field> fields = new ArrayList<>();
        schema.path("properties")
                .properties()
                .forEach(property -> fields.add(new Field(
                        property.getKey(),
                        "",
                        kind(property.getValue()),
                        link(property.getValue()),
                        property.getValue().path("description").asText(),
                        required.contains(property.getKey()))));
        return new SchemaView(
                anchor("schema-" + name),
                name,
                schema.path("description").asText(),
                fields,
                fields.isEmpty() ? kind(schema) : "");
    }

    /** What kind of value this is, in a few words. */
    private String kind(JsonNode schema) {
        String name = name(schema);
        if (name != null) {
            return name;
        }
        for (String choice : new String[] {"allOf", "oneOf", "anyOf"}) {
            if (schema.path(choice).isArray()) {
                List<String> kinds = new ArrayList<>();
                schema.get(choice).forEach(one -> kinds.add(kind(one)));
                return String.join(" | ", kinds);
            }
        }
        if (schema.path("enum").isArray()) {
            List<String> words = new ArrayList<>();
            schema.get("enum").forEach(word -> words.add(word.asText()));
            return String.join(" | ", words);
        }
        String type = Sample.type(schema);
        if (type.equals("array")) {
            return kind(schema.path("items")) + "[]";
        }
        String format = schema.path("format").asText();
        return format.isEmpty() ? type : type + " (" + format + ")";
    }

    private static String name(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : null;
    }

    /** Anchor of the named schema this is, or is a list of. */
    private static String link(JsonNode schema) {
        String name = name(Sample.type(schema).equals("array") ? schema.path("items") : schema);
        if (name == null) {
            for (String choice : new String[] {"allOf", "oneOf", "anyOf"}) {
                for (JsonNode one : schema.path(choice)) {
                    name = name == null ? name(one) : name;
                }
            }
        }
        return name == null ? null : anchor("schema-" + name);
    }

    private static String anchor(String text) {
        return text.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
