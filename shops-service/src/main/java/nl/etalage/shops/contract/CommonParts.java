package nl.etalage.shops.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Writes into the contract what holds for every operation of a kind, so that no resource repeats it: security, the
 * common parameters and headers, and the problems it can answer.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonParts implements OASFilter {

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("304", "The reader holds this version"),
            Map.entry("400", "The request can't be understood"),
            Map.entry("401", "No valid credential"),
            Map.entry("403", "The caller's role doesn't allow this"),
            Map.entry("404", "It doesn't exist, or is not the caller's"),
            Map.entry("409", "It doesn't fit how things stand"),
            Map.entry("412", "Somebody changed it meanwhile"),
            Map.entry("413", "The body is too large"),
            Map.entry("415", "The body has another media type than this operation reads"),
            Map.entry("422", "Something in the request is wrong; each violation points at the place"),
            Map.entry("428", "If-Match is missing"),
            Map.entry("429", "The shop asks too much in a short time; Retry-After says when to go on"),
            Map.entry("503", "The identity provider is away; nothing was made or changed"));

    private static final Map<String, String> PARAMETERS = Map.of(
            "limit", "Most items on a page.",
            "pageToken", "The nextPageToken of the page before.",
            "If-Match", "ETag of the version to change.",
            "If-None-Match", "ETag of a version the reader holds.");

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
        contract.getPaths().getPathItems().values().forEach(item -> patch(contract, item.getPATCH()));
    }

    /** A merge patch names what changes and nothing else (RFC 7396): no member of it is required. */
    private static void patch(OpenAPI contract, Operation operation) {
        MediaType body = operation == null || operation.getRequestBody() == null
                ? null
                : operation.getRequestBody().getContent().getMediaType("application/merge-patch+json");
        if (body == null || body.getSchema() == null || body.getSchema().getRef() == null) {
            return;
        }
        String reference = body.getSchema().getRef();
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        Schema whole = contract.getComponents().getSchemas().get(name);
        if (whole != null && whole.getRequired() != null) {
            Schema part = OASFactory.createSchema().type(whole.getType()).properties(whole.getProperties());
            contract.getComponents().addSchema(name + "Patch", part);
            body.setSchema(OASFactory.createSchema().ref(name + "Patch"));
        }
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        operation.security(
                byLink(path)
                        ? List.of()
                        : List.of(OASFactory.createSecurityRequirement().addScheme("oidc")));
        if (method == HttpMethod.POST) {
            operation.addParameter(idempotencyKey());
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(CommonParts::describe);
        }
        Map<String, APIResponse> responses =
                new TreeMap<>(operation.getResponses().getAPIResponses());
        statuses(path, method, operation).forEach(status -> responses.put(status, response(status)));
        APIResponses sorted = OASFactory.createAPIResponses();
        responses.forEach(sorted::addAPIResponse);
        operation.setResponses(sorted);
    }

    private static SortedSet<String> statuses(String path, HttpMethod method, Operation operation) {
        SortedSet<String> statuses = new TreeSet<>(List.of("400", "401"));
        if (!path.endsWith("/me") && !byLink(path)) {
            statuses.add("403");
        }
        if (path.contains("{") || path.contains("/exports/") || path.endsWith("/erasures")) {
            statuses.add("404");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of("409", "413", "415", "422"));
        }
        if (method == HttpMethod.POST && has(operation, "Idempotency-Key")) {
            statuses.addAll(List.of("409", "422"));
        }
        boolean asksProvider = method == HttpMethod.POST;
        if (asksProvider && (path.endsWith("/integrations") || path.endsWith("/rotate"))) {
            statuses.add("503");
        }
        if (method == HttpMethod.DELETE || method == HttpMethod.PATCH || has(operation, "If-Match")) {
            statuses.addAll(List.of("409", "412", "428"));
        }
        if (method == HttpMethod.PUT && has(operation, "If-Match")) {
            // What is put whole may be put without having been read.
            statuses.remove("428");
        }
        if (method != HttpMethod.GET && (path.startsWith("/api/v1/shops/{slug}") || path.startsWith("/api/v1/join/"))) {
            statuses.add("429");
        }
        if (path.endsWith("/memberships")) {
            statuses.add("404");
        }
        if (has(operation, "If-None-Match")) {
            statuses.add("304");
        }
        if (has(operation, "limit")) {
            statuses.add("422");
        }
        return statuses;
    }

    /** Guarded by the secret in a mailed link instead of by a credential. */
    private static boolean byLink(String path) {
        return path.startsWith("/api/v1/join/") || path.startsWith("/api/v1/member-invitations/");
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(given -> given.getName().equals(parameter));
    }

    private static void describe(Parameter parameter) {
        if (PARAMETERS.containsKey(parameter.getName())) {
            parameter.setDescription(PARAMETERS.get(parameter.getName()));
        }
        if (parameter.getName().equals("limit")) {
            parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(100));
            parameter.getSchema().defaultValue(25);
        }
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description("Repeating the request with the same key gives the first answer, for 24 hours.")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(255));
    }

    private static APIResponse response(String status) {
        APIResponse response = OASFactory.createAPIResponse().description(REASONS.get(status));
        if (status.equals("304")) {
            return response;
        }
        return response.content(OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }
}
