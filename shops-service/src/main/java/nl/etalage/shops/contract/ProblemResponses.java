package nl.etalage.shops.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Writes into the contract what holds for every operation of a kind, so that no resource repeats it: security, headers
 * and the problems it can answer.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("400", "The request can't be understood"),
            Map.entry("401", "No valid credential"),
            Map.entry("403", "The caller's role doesn't allow this"),
            Map.entry("404", "It doesn't exist, or is not the caller's"),
            Map.entry("409", "It doesn't fit how things stand"),
            Map.entry("412", "Somebody changed it meanwhile"),
            Map.entry("413", "The request is too large"),
            Map.entry("415", "The body has another media type than this operation reads"),
            Map.entry("422", "Something in the request is wrong; each violation points at the place"),
            Map.entry("428", "If-Match is missing"));

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        operation.security(List.of(OASFactory.createSecurityRequirement().addScheme("oidc")));
        boolean changes = method == PathItem.HttpMethod.PATCH || method == PathItem.HttpMethod.DELETE;
        boolean reads = method == PathItem.HttpMethod.GET;
        List<String> statuses = new ArrayList<>(List.of("400", "401", "403", "422"));
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (!reads) {
            statuses.addAll(List.of("409", "413", "415"));
        }
        if (changes) {
            statuses.addAll(List.of("412", "428"));
        }
        if (method == PathItem.HttpMethod.POST) {
            operation.addParameter(idempotencyKey());
        }
        if (reads && path.contains("{") && path.endsWith("}")) {
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().description("The reader holds this version"));
        }
        statuses.forEach(status -> operation.getResponses().addAPIResponse(status, problem(status)));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description("Repeating the request with the same key gives the first answer, for 24 hours.")
                .schema(OASFactory.createSchema()
                        .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING)
                        .maxLength(255));
    }

    private static org.eclipse.microprofile.openapi.models.responses.APIResponse problem(String status) {
        return OASFactory.createAPIResponse()
                .description(REASONS.get(status))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }
}
