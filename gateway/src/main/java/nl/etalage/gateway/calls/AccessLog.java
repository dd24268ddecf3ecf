package nl.etalage.gateway.calls;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
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
    private final JsonFactory json = new JsonFactory();
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
            add(line(call, context));
        }
    }

    private void add(String line) {
        boolean full;
        synchronized (lines) {
            lines.append(lines.isEmpty() ? "" : "\n").append(line);
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

    private String line(Call call, RoutingContext context) {
        HttpServerRequest request = call.request();
        HttpServerResponse response = request.response();
        return object(line -> {
            line.writeStringField("time", clock.instant().toString());
            line.writeStringField("method", request.method().name());
            line.writeStringField("path", ShownPath.of(request.path()));
            line.writeNumberField("status", response.getStatusCode());
            line.writeNumberField("micros", (System.nanoTime() - call.startedAt()) / 1000);
            line.writeNumberField("bytes", response.bytesWritten());
            who(call, context, line);
            line.writeStringField("address", call.address());
            line.writeStringField("trace", TraceContext.traceId(call.traceparent()));
            if (call.problem() != null) {
                line.writeStringField("problem", call.problem());
            }
            if (!response.ended()) {
                line.writeBooleanField("brokenOff", true);
            }
        });
    }

    private static void who(Call call, RoutingContext context, JsonGenerator line) throws IOException {
        Credential credential = call.credential().orElse(null);
        if (credential != null && credential.clientId() != null) {
            line.writeStringField("client", credential.clientId());
        } else if (credential != null) {
            line.writeStringField("member", credential.subject());
        } else if (context.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
            line.writeStringField("member", token.getSubject());
        }
    }

    private void summarise() {
        String summary = object(line -> {
            line.writeStringField("time", clock.instant().toString());
            line.writeObjectFieldStart("withoutCredential");
            for (Map.Entry<Integer, LongAdder> status : withoutCredential.entrySet()) {
                long calls = status.getValue().sumThenReset();
                if (calls > 0) {
                    line.writeNumberField(status.getKey().toString(), calls);
                }
            }
            line.writeEndObject();
        });
        if (!summary.contains("{}")) {
            add(summary);
        }
    }

    /** What goes into a JSON object. */
    private interface Fields {
        void write(JsonGenerator line) throws IOException;
    }

    private String object(Fields fields) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator line = json.createGenerator(text)) {
            line.writeStartObject();
            fields.write(line);
            line.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
