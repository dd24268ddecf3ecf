package nl.etalage.standin.api;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.etalage.standin.json.Json;

/** What goes wrong before an endpoint is reached: too large a body, a broken form, a path that isn't there. */
public final class ApiFailures {
    private static final Logger LOG = Logger.getLogger(ApiFailures.class.getName());

    private final ApiServing serving;

    public ApiFailures(ApiServing serving) {
        this.serving = serving;
    }

    public Handler<RoutingContext> unknownPath() {
        return serving.to(call -> {
            throw Refusal.notFound();
        });
    }

    /** A path that isn't one, such as with half an escape, finds no route at all. */
    public static void answerBrokenPath(RoutingContext context) {
        context.response()
                .setStatusCode(400)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Buffer.buffer(Json.bytes(Answer.error(400, message(400)).body())));
    }

    public void answer(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        int status = context.statusCode();
        if (status >= 400 && status < 500) {
            serving.to(call -> {
                        throw new Refusal(status, message(status));
                    })
                    .handle(context);
            return;
        }
        LOG.log(Level.SEVERE, "A call failed", context.failure());
        serving.to(call -> Answer.error(500, "This is a mistake in the stand-in"))
                .handle(context);
    }

    private static String message(int status) {
        return status == 413 ? "The body is too large" : "Error occurred while parsing request parameters";
    }
}
