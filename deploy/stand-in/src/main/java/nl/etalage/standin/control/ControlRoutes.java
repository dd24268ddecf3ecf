package nl.etalage.standin.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.fault.Faults;
import nl.etalage.standin.journal.Journal;
import nl.etalage.standin.journal.SeenRequest;
import nl.etalage.standin.json.Json;

/** What a real Mastodon doesn't have: faults on request, and a look behind the scenes. */
public final class ControlRoutes {
    private final Faults faults;
    private final Journal journal;
    private final Inspection inspection;

    public ControlRoutes(Faults faults, Journal journal, Inspection inspection) {
        this.faults = faults;
        this.journal = journal;
        this.inspection = inspection;
    }

    public void mount(Router router) {
        router.get("/health")
                .handler(context -> send(context, 200, Json.object().put("status", "UP")));
        router.get("/stand-in/faults").handler(context -> send(context, 200, standing()));
        router.put("/stand-in/faults").handler(this::ask);
        router.delete("/stand-in/faults").handler(this::clear);
        router.get("/stand-in/accounts/:name/posts").handler(this::posts);
        router.get("/stand-in/requests").handler(this::requests);
        router.route("/stand-in/*").handler(context -> sendError(context, 404, "There is nothing here"));
    }

    private void ask(RoutingContext context) {
        String body = context.body().asString(StandardCharsets.UTF_8.name());
        try {
            Fault fault = Json.parse(body == null ? "" : body, Fault.class);
            if (fault == null) {
                sendError(context, 422, "A fault is a JSON object");
                return;
            }
            faults.ask(fault);
            send(context, 200, standing());
        } catch (JsonProcessingException e) {
            sendError(context, 422, reason(e));
        } catch (IllegalArgumentException e) {
            sendError(context, 422, e.getMessage());
        }
    }

    private void clear(RoutingContext context) {
        faults.clear();
        context.response().setStatusCode(204).end();
    }

    private void posts(RoutingContext context) {
        String name = context.pathParam("name");
        ObjectNode answer = Json.object().put("account", name).put("requests", journal.count(name));
        answer.set("posts", Json.tree(inspection.posts(name)));
        send(context, 200, answer);
    }

    private void requests(RoutingContext context) {
        List<SeenRequest> seen = context.queryParam("account").stream()
                .findFirst()
                .map(journal::of)
                .orElseGet(journal::all);
        ObjectNode answer = Json.object();
        answer.set("requests", Json.tree(seen));
        send(context, 200, answer);
    }

    private ObjectNode standing() {
        ObjectNode answer = Json.object();
        answer.set("faults", Json.tree(faults.standing()));
        return answer;
    }

    // The fault's own rule where that was broken, and not the story of how it was read.
    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "A fault has no field " + unknown.getPropertyName();
        }
        return e.getCause() instanceof IllegalArgumentException rule ? rule.getMessage() : e.getOriginalMessage();
    }

    private static void sendError(RoutingContext context, int status, String message) {
        send(context, status, Json.object().put("error", message));
    }

    private static void send(RoutingContext context, int status, JsonNode body) {
        HttpServerResponse response = context.response();
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Buffer.buffer(Json.bytes(body)));
    }
}
