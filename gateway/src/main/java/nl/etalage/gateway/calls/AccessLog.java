package nl.etalage.gateway.calls;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import nl.etalage.gateway.identity.Credential;
import nl.etalage.gateway.identity.Sessions;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * One line of JSON for each call that came with a credential, whether it held or not; calls without one are counted, and
 * written as one line a minute. No header, no query and no secret out of a path is ever in it.
 */
@ApplicationScoped
class AccessLog {

    /** Name of the log category; where its lines go is configuration. */
    static final String CATEGORY = "etalage.access";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final Duration SUMMARY = Duration.ofMinutes(1);

    /** Lines are handed on together: one by one they would cost as much as the calls they tell of. */
    private static final Duration GATHERED = Duration.ofMillis(200);

    private static final int GATHERED_CHARACTERS = 64 * 1024;

    private final Clock clock;
    private final Sessions sessions;
    private final Map<Integer, LongAdder> withoutCredential = new ConcurrentSkipListMap<>();
    private final StringBuilder lines = new StringBuilder();

    AccessLog(Clock clock, Sessions sessions, Vertx vertx) {
        this.clock = clock;
        this.sessions = sessions;
        vertx.setPeriodic(SUMMARY.toMillis(), passed -> summarise());
        vertx.setPeriodic(GATHERED.toMillis(), passed -> handOn());
    }

    void stop(@Observes ShutdownEvent stopping) {
        summarise();
        handOn();
    }

    /** Takes a call that was answered, or whose caller went away before. */
    void ended(Call call, RoutingContext context) {
        HttpServerRequest request = call.request();
        int status = request.response().getStatusCode();
        if (!request.headers().contains("Authorization") && !sessions.present(request)) {
            withoutCredential.computeIfAbsent(status, any -> new LongAdder()).increment();
        } else if (LOG.isInfoEnabled()) {
            add(line -> write(call, context, line));
        }
    }

    private void add(Consumer<LogLine> fields) {
        boolean full;
        synchronized (lines) {
            int before = lines.length();
            boolean whole = false;
            try {
                lines.append(before == 0 ? "" : "\n");
                fields.accept(new LogLine(lines).time(clock.instant()));
                lines.append('}');
                whole = true;
            } finally {
                if (!whole) {
                    lines.setLength(before);
                }
            }
            full = lines.length() > GATHERED_CHARACTERS;
        }
        if (full) {
            handOn();
        }
    }

    private void handOn() {
        String gathered;
        synchronized (lines) {
            gathered = lines.toString();
            lines.setLength(0);
        }
        if (!gathered.isEmpty()) {
            LOG.info(gathered);
        }
    }

    private static void write(Call call, RoutingContext context, LogLine line) {
        HttpServerRequest request = call.request();
        HttpServerResponse response = request.response();
        line.field("method", request.method().name())
                .field("path", ShownPath.of(request.path()))
                .field("status", response.getStatusCode())
                .field("micros", (System.nanoTime() - call.startedAt()) / 1000)
                .field("bytes", response.bytesWritten());
        who(call, context, line);
        line.field("address", call.address()).field("trace", TraceContext.traceId(call.traceparent()));
        if (call.problem() != null) {
            line.field("problem", call.problem());
        }
        if (!response.ended()) {
            line.field("brokenOff", true);
        }
    }

    private static void who(Call call, RoutingContext context, LogLine line) {
        Credential credential = call.credential().orElse(null);
        if (credential != null && credential.clientId() != null) {
            line.field("client", credential.clientId());
        } else if (credential != null) {
            line.field("member", credential.subject());
        } else if (context.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
            line.field("member", token.getSubject());
        }
    }

    private void summarise() {
        Map<String, Long> calls = new LinkedHashMap<>();
        withoutCredential.forEach((status, counted) -> calls.put(status.toString(), counted.sumThenReset()));
        calls.values().removeIf(count -> count == 0);
        if (!calls.isEmpty()) {
            add(line -> line.counts("withoutCredential", calls));
        }
    }
}
