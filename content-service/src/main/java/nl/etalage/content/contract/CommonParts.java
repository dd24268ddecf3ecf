package nl.etalage.content.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
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

    private static final String MEDIA = "/media/";
    private static final String FEEDS = "/feeds/";

    /** What a shop can do too often. */
    private static final Set<String> LIMITED = Set.of(
            "pullLibrary",
            "readLibraryItem",
            "findProducts",
            "readProduct",
            "readJsonFeed",
            "readAtomFeed",
            "readRssFeed",
            "countLibrary",
            "readFeed",
            "readFeedProducts",
            "renderAdaptation",
            "uploadAsset");

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("304", "The reader holds this version"),
            Map.entry("400", "The request can't be understood"),
            Map.entry("401", "No valid credential"),
            Map.entry("403", "The caller's role or scope doesn't allow this"),
            Map.entry("404", "It doesn't exist, or is not for the caller"),
            Map.entry("409", "It doesn't fit how things stand"),
            Map.entry("410", "It was there, and was taken away"),
            Map.entry("412", "Somebody changed it meanwhile"),
            Map.entry("413", "The body is too large"),
            Map.entry("416", "The file ends before that part; Content-Range says where"),
            Map.entry("415", "The body has another media type than this operation reads"),
            Map.entry("422", "Something in the request is wrong; each violation points at the place"),
            Map.entry("428", "If-Match is missing"),
            Map.entry("429", "The shop asks too much in a short time; Retry-After says when to go on"),
            Map.entry("503", "Not at the moment; Retry-After says when"));

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("id", "Id of the thing."),
            Map.entry("shop", "Slug of the shop."),
            Map.entry("story", "Id of a story."),
            Map.entry("number", "Number of the revision, from 1."),
            Map.entry("to", "Number of the revision to compare with, from 1."),
            Map.entry("comment", "Id of the first comment of a thread."),
            Map.entry(
                    "name",
                    "Form of the picture: web, web-480, web-960, square, portrait, landscape, tall, print. Of what is no"
                            + " picture: file, captions, and captions-en for those in another language."),
            Map.entry("key", "64 hexadecimal digits that name the picture."),
            Map.entry("file", "Form and extension, such as web.jpg."),
            Map.entry("expires", "Until when a signed address works, in seconds since 1970."),
            Map.entry("signature", "Of a signed address."),
            Map.entry("limit", "Most items on a page."),
            Map.entry("pageToken", "The nextPageToken of the page before."),
            Map.entry("If-Match", "ETag of the version to change."),
            Map.entry("If-None-Match", "ETag of a version the reader holds."));

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getComponents().addSchema("Problem", problem());
        contract.getComponents().getSchemas().values().forEach(CommonParts::loosenNull);
        contract.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    /** A format says something about a number, and null is none. */
    private static void loosenNull(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property ->
                            property.getType() != null && property.getType().contains(SchemaType.NULL))
                    .filter(property -> property.getType().contains(SchemaType.INTEGER))
                    .forEach(property -> property.setFormat(null));
        }
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        operation.security(
                open(path)
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
        if (path.contains(MEDIA)) {
            responses.put(
                    "206",
                    OASFactory.createAPIResponse()
                            .description("A part of the file.")
                            .content(responses.get("200").getContent()));
        }
        APIResponses sorted = OASFactory.createAPIResponses();
        responses.forEach(sorted::addAPIResponse);
        operation.setResponses(sorted);
    }

    private static SortedSet<String> statuses(String path, HttpMethod method, Operation operation) {
        // 401 also where no credential is needed: one that is shown must be good.
        SortedSet<String> statuses = new TreeSet<>(List.of("400", "401", "404"));
        if (!open(path)) {
            statuses.add("403");
        }
        if (path.contains(MEDIA)) {
            statuses.add("410");
            statuses.add("416");
        }
        if (operation.getParameters() != null) {
            statuses.add("422");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of("413", "415", "422"));
        }
        if (method != HttpMethod.GET) {
            statuses.addAll(List.of("409", "503"));
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
        if (path.endsWith("/events")) {
            statuses.add("503");
        }
        return statuses;
    }

    /** Guarded by a secret of its own. */
    private static boolean open(String path) {
        return path.contains(MEDIA) || path.contains(FEEDS);
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(given -> given.getName().equals(parameter));
    }

    private static void describe(Parameter parameter) {
        if (PARAMETERS.containsKey(parameter.getName()) && parameter.getDescription() == null) {
            parameter.setDescription(PARAMETERS.get(parameter.getName()));
        }
        boolean page = parameter.getName().equals("limit")
                && parameter.getDescription().startsWith("Most items");
        if (page) {
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

    /** RFC 9457; open to members of one type of problem. */
    private static Schema problem() {
        Schema text = OASFactory.createSchema().addType(SchemaType.STRING);
        Schema violation = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("pointer", text)
                .addProperty("detail", text)
                .required(List.of("pointer", "detail"));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What went wrong (RFC 9457), in the caller's language.")
                .addProperty(
                        "type",
                        OASFactory.createSchema().addType(SchemaType.STRING).format("uri"))
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text)
                .addProperty(
                        "violations",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(violation))
                .required(List.of("type", "title", "status", "detail"));
    }
}
