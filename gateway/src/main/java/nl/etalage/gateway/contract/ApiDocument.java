package nl.etalage.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.etalage.gateway.GatewaySettings;

/** The one API document, joined from the services' contracts at start. */
@ApplicationScoped
class ApiDocument {

    private final ObjectNode document;

    @Inject
    ApiDocument(GatewaySettings settings) {
        this(settings.publicUrl(), settings.issuer());
    }

    /** As of a network at some address. */
    ApiDocument(URI publicUrl, URI issuer) {
        document = new ContractJoin(publicUrl, issuer).join(ServiceContract.packaged());
        addItself();
        GatewayProblems.describe(document);
        ApiVersion.describe(document);
    }

    private void addItself() {
        ObjectNode operation = document.withObjectProperty("paths")
                .withObjectProperty("/api/v1/openapi.json")
                .withObjectProperty("get");
        operation.putArray("tags").add("Document");
        operation
                .put("operationId", "readApiDocument")
                .put("summary", "This document")
                .put("description", "Everything the API offers, as OpenAPI 3.1. A readable page is at /api/docs.");
        operation.putArray("security");
        ObjectNode content = operation
                .withObjectProperty("responses")
                .withObjectProperty("200")
                .put("description", "The document")
                .withObjectProperty("content")
                .withObjectProperty("application/json");
        content.putObject("schema").put("type", "object");
        content.putObject("example").put("openapi", "3.1.0").putObject("info").put("title", "Etalage");
        document.withArray("tags").addObject().put("name", "Document");
    }

    /** The whole document; not to be changed. */
    ObjectNode json() {
        return document;
    }

    /** All operations, in the order of the document. */
    Stream<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(field -> {
                    if (ContractJoin.isMethod(field.getKey()) && field.getValue() instanceof ObjectNode body) {
                        operations.add(new Operation(path.getKey(), field.getKey(), body));
                    }
                }));
        return operations.stream();
    }

    /** Follows a reference within the document; anything else stays as it is. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asText().substring(1));
    }
}
