package nl.etalage.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The version of the API as a whole, after semver.org, on every answer: a change that breaks callers raises the first
 * number. What was released stands in {@code deploy/contract-tests/released}.
 *
 * @see <a href="https://logius-standaarden.github.io/API-Design-Rules/#/core/version-header">API Design Rules</a>
 */
@ApplicationScoped
class ApiVersion {

    static final String VERSION = "1.0.0";

    private static final String HEADER = "API-Version";
    private static final CharSequence NAME = HttpHeaders.createOptimized(HEADER);
    private static final CharSequence VALUE = HttpHeaders.createOptimized(VERSION);
    private static final int FIRST_OF_ALL = -1;

    void listen(@Observes @Priority(FIRST_OF_ALL) Router router) {
        router.route("/api/v1/*").order(Integer.MIN_VALUE).handler(context -> {
            context.response().putHeader(NAME, VALUE);
            context.next();
        });
    }

    /** Says so in a document. */
    static void describe(ObjectNode document) {
        ObjectNode header = document.withObjectProperty("components")
                .withObjectProperty("headers")
                .putObject("ApiVersion");
        header.put("description", "The full version of the API").put("example", VERSION);
        header.putObject("schema").put("type", "string");
        document.path("components").path("responses").forEach(ApiVersion::onResponse);
        document.path("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("responses").forEach(ApiVersion::onResponse)));
    }

    private static void onResponse(JsonNode response) {
        if (response instanceof ObjectNode own && !own.has("$ref")) {
            own.withObjectProperty("headers").putObject(HEADER).put("$ref", "#/components/headers/ApiVersion");
        }
    }
}
