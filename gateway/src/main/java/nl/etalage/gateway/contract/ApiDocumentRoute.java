package nl.etalage.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** Serves the API document, to everyone. */
@ApplicationScoped
class ApiDocumentRoute {

    private static final String PATH = "/api/v1/openapi.json";
    private static final int BEFORE_THE_PROXY = 0;

    private final Buffer document;
    private final String tag;

    ApiDocumentRoute(ApiDocument document, ObjectMapper json) {
        try {
            this.document = Buffer.buffer(json.writeValueAsString(document.json()));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("The API document could not be written", unwritable);
        }
        tag = "\"" + UUID.nameUUIDFromBytes(this.document.getBytes()) + "\"";
    }

    void listen(@Observes @Priority(BEFORE_THE_PROXY) Router router) {
        router.route(PATH)
                .order(Integer.MIN_VALUE)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (!context.request().path().equals(PATH)) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(document);
        }
    }
}
