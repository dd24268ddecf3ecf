package nl.etalage.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Joins the contracts of the services into the one document of the network, with only what the gateway offers. */
final class ContractJoin {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final URI publicUrl;
    private final URI issuer;
    private final ObjectNode joined = JSON.objectNode();
    private final Set<String> operationIds = new HashSet<>();

    ContractJoin(URI publicUrl, URI issuer) {
        this.publicUrl = publicUrl;
        this.issuer = issuer;
    }

    /** The joined document; the contracts given are used up. */
    ObjectNode join(List<ServiceContract> contracts) {
        joined.put("openapi", "3.1.0");
        joined.set("info", info());
        joined.putArray("servers").addObject().put("url", publicUrl.toString());
        joined.set("security", requirement(new TreeSet<>()));
        joined.putArray("tags");
        ObjectNode paths = joined.putObject("paths");
        ObjectNode components = joined.putObject("components");
        components.set("securitySchemes", securitySchemes());
        Components parts = new Components(components);
        for (ServiceContract contract : contracts) {
            keepPublicPaths(contract);
            parts.take(contract);
            contract.document().path("paths").properties().forEach(path -> addPath(contract, path, paths));
            addTags(contract);
        }
        keepUsedTags(paths);
        return joined;
    }

    private static void keepPublicPaths(ServiceContract contract) {
        ObjectNode paths = contract.document().withObjectProperty("paths");
        List<String> inner = new ArrayList<>();
        paths.fieldNames().forEachRemaining(inner::add);
        inner.removeIf(path -> path.startsWith(ServiceContract.PUBLIC));
        paths.remove(inner);
    }

    private void addPath(ServiceContract contract, Map.Entry<String, JsonNode> path, ObjectNode paths) {
        if (paths.has(path.getKey())) {
            throw new IllegalStateException("Two services offer " + path.getKey());
        }
        paths.set(path.getKey(), path.getValue());
        path.getValue().properties().forEach(field -> {
            if (METHODS.contains(field.getKey()) && field.getValue() instanceof ObjectNode operation) {
                secure(operation);
                nameTags(operation);
                identify(contract, operation);
            }
        });
    }

    /** Whatever a service calls its scheme, callers know two ways: sign in at the issuer, or bring a token. */
    private static void secure(ObjectNode operation) {
        JsonNode own = operation.get("security");
        if (own == null || own.isEmpty()) {
            return;
        }
        Set<String> scopes = new TreeSet<>();
        own.forEach(
                alternative -> alternative.forEach(required -> required.forEach(scope -> scopes.add(scope.asText()))));
        operation.set("security", requirement(scopes));
    }

    private static void nameTags(ObjectNode operation) {
        ArrayNode named = JSON.arrayNode();
        operation.path("tags").forEach(tag -> named.add(tagName(tag.asText())));
        if (!named.isEmpty()) {
            operation.set("tags", named);
        }
    }

    /** One way of writing for all services: {@code feed-keys} and {@code Feed keys} are one group. */
    private static String tagName(String tag) {
        return tag.isEmpty() ? tag : Components.capital(tag.replace('-', ' '));
    }

    private void identify(ServiceContract contract, ObjectNode operation) {
        String id = operation.path("operationId").asText("");
        if (!id.isEmpty() && !operationIds.add(id)) {
            String other = contract.service() + Components.capital(id);
            operationIds.add(other);
            operation.put("operationId", other);
        }
    }

    private void addTags(ServiceContract contract) {
        ArrayNode tags = (ArrayNode) joined.get("tags");
        Set<String> known = new HashSet<>();
        tags.forEach(tag -> known.add(tag.path("name").asText()));
        contract.document().path("tags").forEach(tag -> {
            String name = tagName(tag.path("name").asText());
            if (known.add(name)) {
                tags.add(((ObjectNode) tag.deepCopy()).put("name", name));
            }
        });
    }

    private void keepUsedTags(ObjectNode paths) {
        Set<String> used = new HashSet<>();
        paths.forEach(path -> path.forEach(operation -> operation.path("tags").forEach(tag -> used.add(tag.asText()))));
        ArrayNode kept = JSON.arrayNode();
        joined.get("tags").forEach(tag -> {
            if (used.contains(tag.path("name").asText())) {
                kept.add(tag);
            }
        });
        joined.set("tags", kept);
    }

    private static ArrayNode requirement(Set<String> scopes) {
        ArrayNode requirement = JSON.arrayNode();
        for (String scheme : List.of("signIn", "token")) {
            ArrayNode wanted = requirement.addObject().putArray(scheme);
            scopes.forEach(wanted::add);
        }
        return requirement;
    }

    private ObjectNode securitySchemes() {
        ObjectNode schemes = JSON.objectNode();
        schemes.putObject("signIn")
                .put("type", "openIdConnect")
                .put("description", "Sign in at the network's identity provider.")
                .put("openIdConnectUrl", issuer + "/.well-known/openid-configuration");
        schemes.putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "An access token of the identity provider, with the audience etalage-api.");
        return schemes;
    }

    private ObjectNode info() {
        ObjectNode info = JSON.objectNode()
                .put("title", "Etalage")
                .put("version", ApiVersion.VERSION)
                .put(
                        "description",
                        "Stories that independent shops share, each in its own version, published on its own channels.");
        info.putObject("contact").put("name", "Etalage").put("url", publicUrl + "/api/docs");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        return info;
    }

    /** Whether a member of a path item is an operation. */
    static boolean isMethod(String name) {
        return METHODS.contains(name);
    }
}
