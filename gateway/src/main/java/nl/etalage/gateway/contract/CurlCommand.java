package nl.etalage.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command that carries out an operation, to paste in a shell. */
final class CurlCommand {

    private static final String NEXT = " \\\n  ";

    private final Sample sample;
    private final String publicUrl;

    CurlCommand(Sample sample, String publicUrl) {
        this.sample = sample;
        this.publicUrl = publicUrl;
    }

    String of(Operation operation, ApiDocument document) {
        StringBuilder command = new StringBuilder("curl");
        if (!operation.method().equals("get")) {
            command.append(" -X ").append(operation.method().toUpperCase(java.util.Locale.ROOT));
        }
        JsonNode security = operation.body().path("security");
        if (!security.isArray() || !security.isEmpty()) {
            command.append(" -H \"Authorization: Bearer $TOKEN\"");
        }
        List<String> query = new ArrayList<>();
        for (JsonNode reference : operation.body().path("parameters")) {
            JsonNode parameter = document.resolved(reference);
            String name = parameter.path("name").asText();
            String value = sample.ofContent(parameter).asText();
            if (parameter.path("in").asText().equals("header") && name.equals("If-Match")) {
                command.append(NEXT).append("-H 'If-Match: \"1\"'");
            } else if (parameter.path("in").asText().equals("query")
                    && (parameter.path("required").asBoolean() || name.equals("shop"))) {
                query.add(name + "=" + (name.equals("shop") ? "zeist" : value));
            }
        }
        addBody(operation, document, command);
        return command.append(NEXT)
                .append('\'')
                .append(publicUrl)
                .append(operation.path())
                .append(query.isEmpty() ? "" : "?" + String.join("&", query))
                .append('\'')
                .toString();
    }

    private void addBody(Operation operation, ApiDocument document, StringBuilder command) {
        JsonNode body = document.resolved(operation.body().path("requestBody"));
        for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
            if (content.getKey().equals("multipart/form-data")) {
                command.append(NEXT).append("-F 'file=@foto.jpg' -F 'metadata={…};type=application/json'");
            } else if (content.getKey().endsWith("json")) {
                String json = sample.ofContent(content.getValue()).toString().replace("'", "'\\''");
                command.append(NEXT)
                        .append("-H 'Content-Type: ")
                        .append(content.getKey())
                        .append("' -d '")
                        .append(json)
                        .append('\'');
            }
            return;
        }
    }
}
