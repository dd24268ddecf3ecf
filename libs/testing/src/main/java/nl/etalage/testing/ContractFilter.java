package nl.etalage.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.mapper.ObjectMapperType;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import nl.etalage.testing.contract.CommittedContract;

/**
 * Holds every answer of a service to its committed contract: a status, media type or body that the contract doesn't
 * know fails the test, and so does a problem that it doesn't name. What lies outside {@code /api/v1} is not in the contract and passes.
 */
public final class ContractFilter implements Filter {

    private static final String JSON = "application/json";
    private static final String TABLE = "text/csv";
    private static final String FORM = "multipart/form-data";

    /** vertx-openapi reads these bodies only under the name application/json. */
    private static final String OTHER_JSON = "application/[a-z.-]+\\+json";

    private final OpenAPIContract contract;
    private final ResponseValidator validator;
    private final CommittedContract committed;

    private ContractFilter(OpenAPIContract contract, CommittedContract committed, Vertx vertx) {
        this.contract = contract;
        this.committed = committed;
        this.validator = ResponseValidator.create(vertx, contract);
    }

    /** Reads a committed {@code openapi.yaml}. */
    public static ContractFilter of(Path openapi) {
        Vertx vertx = Vertx.vertx();
        try {
            Map<?, ?> document = new ObjectMapper(new YAMLFactory()).readValue(Files.readString(openapi), Map.class);
            JsonObject json = asJson(JsonObject.mapFrom(document));
            return new ContractFilter(await(OpenAPIContract.from(vertx, json)), CommittedContract.of(openapi), vertx);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        check(request.getMethod(), URI.create(request.getURI()).getRawPath(), response);
        return response;
    }

    private void check(String method, String path, Response response) {
        if (!path.startsWith("/api/v1/")) {
            return;
        }
        Operation operation = contract.findOperation(path, HttpMethod.valueOf(method));
        if (operation == null) {
            if (response.statusCode() < 400) {
                throw new AssertionError(method + " " + path + " answers, but the contract doesn't know it");
            }
            return;
        }
        boolean newStatus = !committed.answers(operation.getOperationId(), response.statusCode());
        if (!newStatus || !CommittedContract.learning()) {
            hold(method, path, operation, response);
        }
        if (String.valueOf(response.contentType()).startsWith("application/problem+json")) {
            committed.proveNamed(
                    operation.getOperationId(),
                    response.statusCode(),
                    response.as(JsonNode.class, ObjectMapperType.JACKSON_2));
        }
    }

    private void hold(String method, String path, Operation operation, Response response) {
        if (noJson(response) && committed.answers(operation.getOperationId(), response.statusCode(), type(response))) {
            return;
        }
        try {
            await(validator.validate(answer(response), operation.getOperationId()));
        } catch (IllegalStateException broken) {
            throw new AssertionError(
                    "%s %s answers %d otherwise than the contract says: %s%n%s"
                            .formatted(
                                    method,
                                    path,
                                    response.statusCode(),
                                    broken.getCause().getMessage(),
                                    response.asString()),
                    broken);
        }
    }

    /** A form that has no schema to hold it to, beside one that has. */
    private static boolean noJson(Response response) {
        String type = type(response);
        return !type.isEmpty() && !type.equals(JSON) && !type.matches(OTHER_JSON);
    }

    private static String type(Response response) {
        return response.contentType() == null
                ? ""
                : response.contentType().replaceAll(";.*", "").strip();
    }

    /**
     * What is wrong with a JSON answer of an operation; empty for nothing.
     *
     * @param operation its id
     */
    public Optional<String> deviation(String operation, int status, String answer) {
        try {
            await(validator.validate(
                    ValidatableResponse.create(status, Map.of("content-type", JSON), Buffer.buffer(answer), JSON),
                    operation));
            return Optional.empty();
        } catch (IllegalStateException broken) {
            return Optional.of(String.valueOf(broken.getCause().getMessage()));
        }
    }

    private static ValidatableResponse answer(Response response) {
        Map<String, String> headers = response.headers().asList().stream()
                .collect(Collectors.toMap(
                        header -> header.getName().toLowerCase(java.util.Locale.ROOT),
                        header -> header.getValue(),
                        (first, second) -> first));
        String type = response.contentType();
        if (type == null || type.isEmpty() || response.asByteArray().length == 0) {
            return ValidatableResponse.create(response.statusCode(), headers);
        }
        String bare = type.replaceAll(";.*", "").strip();
        if (!bare.equals(JSON) && !bare.matches(OTHER_JSON)) {
            return ValidatableResponse.create(response.statusCode(), headers);
        }
        headers.put("content-type", JSON);
        return ValidatableResponse.create(response.statusCode(), headers, Buffer.buffer(response.asByteArray()), JSON);
    }

    /** The document with every JSON media type under its plainest name; pictures and feeds have no schema to hold to. */
    private static JsonObject asJson(JsonObject document) {
        JsonObject result = new JsonObject();
        document.forEach(member -> {
            Object value = member.getValue();
            if (member.getKey().equals("content") && value instanceof JsonObject content) {
                result.put("content", mediaTypes(content));
            } else {
                result.put(member.getKey(), renamed(value));
            }
        });
        return result;
    }

    private static Object renamed(Object value) {
        if (value instanceof JsonObject object) {
            return asJson(object);
        }
        if (value instanceof io.vertx.core.json.JsonArray array) {
            io.vertx.core.json.JsonArray copy = new io.vertx.core.json.JsonArray();
            array.forEach(item -> copy.add(renamed(item)));
            return copy;
        }
        return value;
    }

    private static JsonObject mediaTypes(JsonObject content) {
        JsonObject result = new JsonObject();
        content.forEach(entry -> {
            if (entry.getKey().equals(JSON) || entry.getKey().matches(OTHER_JSON)) {
                result.put(JSON, either(result.getJsonObject(JSON), (JsonObject) renamed(entry.getValue())));
            } else if (entry.getKey().equals(TABLE)) {
                // Only sent, never answered: an operation may not be without any content it reads.
                result.put(JSON, renamed(entry.getValue()));
            } else if (entry.getKey().equals(FORM)) {
                result.put(FORM, renamed(entry.getValue()));
            }
        });
        return result;
    }

    /** Where an operation answers more than one kind of JSON, any of them is good. */
    private static JsonObject either(JsonObject one, JsonObject other) {
        if (one == null) {
            return other;
        }
        io.vertx.core.json.JsonArray schemas = new io.vertx.core.json.JsonArray()
                .add(one.getJsonObject("schema"))
                .add(other.getJsonObject("schema"));
        return new JsonObject().put("schema", new JsonObject().put("anyOf", schemas));
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (TimeoutException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
