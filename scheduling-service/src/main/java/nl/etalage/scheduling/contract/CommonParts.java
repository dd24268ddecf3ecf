package nl.etalage.scheduling.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
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

    /** What a shop can do too often. */
    private static final Set<String> LIMITED = Set.of("planPublication", "refresh");

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
            Map.entry("503", "A part of Etalage can't be reached at the moment; nothing was changed"));

    private static final Map<String, String> PARAMETERS = Map.of(
            "limit", "Most items on a page.",
            "pageToken", "The nextPageToken of the page before.",
            "If-Match", "ETag of the version to change.",
            "If-None-Match", "ETag of a version the reader holds.");

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getComponents().getSchemas().values().forEach(CommonParts::allowNull);
        contract.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(method, operation)));
    }

    /** What isn't required may be null, in requests and in answers. */
    private static void allowNull(Schema object) {
        if (object.getProperties() == null) {
            return;
        }
        List<String> required = object.getRequired() == null ? List.of() : object.getRequired();
        Map<String, Schema> properties = new LinkedHashMap<>(object.getProperties());
        properties.replaceAll((name, schema) -> required.contains(name) ? schema : nullable(schema));
        object.setProperties(properties);
    }

    private static Schema nullable(Schema schema) {
        boolean already = schema.getAnyOf() != null
                || (schema.getType() != null && schema.getType().contains(SchemaType.NULL));
        if (already && schema.getFormat() == null) {
            return schema;
        }
        if (schema.getRef() == null && schema.getFormat() == null) {
            return schema.addType(SchemaType.NULL);
        }
        return OASFactory.createSchema()
                .addAnyOf(schema)
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    private static void complete(HttpMethod method, Operation operation) {
        operation.security(List.of(OASFactory.createSecurityRequirement().addScheme("oidc")));
        if (method == HttpMethod.POST) {
            operation.addParameter(idempotencyKey());
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(CommonParts::describe);
        }
        Map<String, APIResponse> responses =
                new TreeMap<>(operation.getResponses().getAPIResponses());
        statuses(method, operation).forEach(status -> responses.put(status, response(status)));
        APIResponses sorted = OASFactory.createAPIResponses();
        responses.forEach(sorted::addAPIResponse);
        operation.setResponses(sorted);
    }

    private static SortedSet<String> statuses(HttpMethod method, Operation operation) {
        SortedSet<String> statuses = new TreeSet<>(List.of("400", "401"));
        statuses.addAll(List.of("403", "404"));
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of("413", "415", "422"));
        }
        if (method != HttpMethod.GET) {
            statuses.addAll(List.of("409", "422", "503"));
        }
        if (has(operation, "If-Match")) {
            statuses.addAll(List.of("412", "428"));
        }
        if (LIMITED.contains(operation.getOperationId())) {
            statuses.add("429");
        }
        if (has(operation, "If-None-Match")) {
            statuses.add("304");
        }
        if (has(operation, "limit")) {
            statuses.add("422");
        }
        return statuses;
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
