package nl.etalage.standin.api;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.json.Json;

/** Brings calls to their endpoint through the gate, and the answer back as the asked fault wants it. */
public final class ApiServing {
    /** As long as a load balancer would wait before it closes a silent connection. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final ApiGate gate;

    public ApiServing(Vertx vertx, ApiGate gate) {
        this.vertx = vertx;
        this.gate = gate;
    }

    public Handler<RoutingContext> to(Endpoint endpoint) {
        return context -> vertx.executeBlocking(() -> gate.pass(context, endpoint), false)
                .onSuccess(passage -> deliver(context.response(), passage))
                .onFailure(context::fail);
    }

    private void deliver(HttpServerResponse response, Passage passage) {
        if (response.closed()) {
            return;
        }
        if (passage.fault().isEmpty()) {
            send(response, passage.answer());
            return;
        }
        Fault fault = passage.fault().get();
        switch (fault.fault()) {
            case ACCEPT_THEN_TIME_OUT, TIME_OUT -> later(LONGEST_SILENCE, response, response::reset);
            case ACCEPT_THEN_CLOSE -> response.reset();
            case MALFORMED_BODY -> sendHalf(response, passage.answer());
            case SLOW -> later(fault.lateness(), response, () -> send(response, passage.answer()));
            default -> send(response, passage.answer());
        }
    }

    private void later(Duration delay, HttpServerResponse response, Runnable task) {
        long timer = vertx.setTimer(Math.max(1, delay.toMillis()), ignored -> task.run());
        response.closeHandler(ignored -> vertx.cancelTimer(timer));
    }

    private static void send(HttpServerResponse response, Answer answer) {
        answer.headers().forEach(response::putHeader);
        response.setStatusCode(answer.status())
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Buffer.buffer(Json.bytes(answer.body())));
    }

    private static void sendHalf(HttpServerResponse response, Answer answer) {
        byte[] whole = Json.bytes(answer.body());
        answer.headers().forEach(response::putHeader);
        response.setStatusCode(200)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Buffer.buffer(Arrays.copyOf(whole, whole.length / 2)));
    }
}
