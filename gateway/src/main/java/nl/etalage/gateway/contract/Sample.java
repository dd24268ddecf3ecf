package nl.etalage.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An example of what fits a schema: the one it gives, else one made from its types. */
final class Sample {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 5;

    private final ApiDocument document;

    Sample(ApiDocument document) {
        this.document = document;
    }

    /** An example for the content of one media type. */
    JsonNode ofContent(JsonNode content) {
        if (content.has("example")) {
            return content.get("example");
        }
        for (JsonNode example : content.path("examples")) {
            return document.resolved(example).path("value");
        }
        return of(content.path("schema"), 0);
    }

    private JsonNode of(JsonNode reference, int depth) {
        JsonNode schema = document.resolved(reference);
        JsonNode given = given(schema);
        if (given != null) {
            return given;
        }
        for (String choice : new String[] {"allOf", "oneOf", "anyOf"}) {
            if (schema.path(choice).isArray() && !schema.path(choice).isEmpty()) {
                return of(firstReal(schema.get(choice)), depth);
            }
        }
        return ofType(schema, depth);
    }

    private static JsonNode firstReal(JsonNode choices) {
        for (JsonNode choice : choices) {
            if (!"null".equals(choice.path("type").asText())) {
                return choice;
            }
        }
        return choices.get(0);
    }

    private static JsonNode given(JsonNode schema) {
        for (String name : new String[] {"example", "default", "const"}) {
            if (schema.has(name)) {
                return schema.get(name);
            }
        }
        JsonNode examples = schema.path("examples");
        if (examples.isArray() && !examples.isEmpty()) {
            return examples.get(0);
        }
        JsonNode choices = schema.path("enum");
        return choices.isArray() && !choices.isEmpty() ? choices.get(0) : null;
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" ->
                depth >= DEEPEST ? JSON.arrayNode() : JSON.arrayNode().add(of(schema.path("items"), depth + 1));
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(true);
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(schema.path("format").asText()));
        };
    }

    /** OpenAPI 3.1 writes "may be null" as a second type. */
    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asText().equals("null")) {
                    return one.asText();
                }
            }
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties").properties().forEach(property -> {
                if (!property.getValue().path("readOnly").asBoolean()) {
                    object.set(property.getKey(), of(property.getValue(), depth + 1));
                }
            });
        }
        return object;
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> "01976b2e-4c00-7000-8000-000000000001";
            case "date" -> "2026-12-05";
            case "date-time" -> "2026-12-05T10:00:00Z";
            case "local-date-time" -> "2026-12-05T10:00";
            case "uri", "url" -> "https://winkel.example/verhaal";
            case "email" -> "winkel@example.org";
            default -> "tekst";
        };
    }
}
