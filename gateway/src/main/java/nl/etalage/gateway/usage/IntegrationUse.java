package nl.etalage.gateway.usage;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.etalage.gateway.calls.Call;
import nl.etalage.problem.ProblemDocument;

/** Notes when each machine was last here and what was refused it, until that is told to shops-service. */
@ApplicationScoped
class IntegrationUse {

    private static final int BEFORE_THE_API = 0;
    private static final int REFUSED = 400;

    /** More machines than this between two reports, and the last of them go unnoticed. */
    private static final int MOST = 20_000;

    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    IntegrationUse(Clock clock) {
        this.clock = clock;
    }

    private static final class Seen {

        private volatile Instant usedAt;
        private volatile UseReport.Refusal refusal;
    }

    void listen(@Observes @Priority(BEFORE_THE_API) Router router) {
        router.route("/api/v1*").order(Integer.MIN_VALUE).handler(this::watch);
    }

    private void watch(RoutingContext context) {
        context.addEndHandler(ended -> note(context));
        context.next();
    }

    private void note(RoutingContext context) {
        Call.of(context).credential().ifPresent(caller -> {
            if (caller.clientId() != null) {
                note(caller.clientId(), context.response());
            }
        });
    }

    private void note(String clientId, HttpServerResponse answer) {
        Seen machine = seen.get(clientId);
        if (machine == null) {
            if (seen.size() >= MOST) {
                return;
            }
            machine = seen.computeIfAbsent(clientId, first -> new Seen());
        }
        Instant now = clock.instant();
        machine.usedAt = now;
        if (answer.getStatusCode() >= REFUSED) {
            machine.refusal = new UseReport.Refusal(
                    now, answer.getStatusCode(), answer.headers().get(ProblemDocument.TYPE_HEADER));
        }
    }

    /** Hands over at most this many, and forgets them. What comes in at the same moment may be lost. */
    List<UseReport.Item> take(int most) {
        List<UseReport.Item> taken = new ArrayList<>();
        Iterator<Map.Entry<String, Seen>> machines = seen.entrySet().iterator();
        while (machines.hasNext() && taken.size() < most) {
            Map.Entry<String, Seen> machine = machines.next();
            machines.remove();
            if (machine.getValue().usedAt != null) {
                taken.add(UseReport.Item.of(machine.getKey(), machine.getValue().usedAt, machine.getValue().refusal));
            }
        }
        return taken;
    }
}
