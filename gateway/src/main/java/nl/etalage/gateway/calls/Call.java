package nl.etalage.gateway.calls;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.etalage.gateway.identity.Credential;

/** One request at the door, and what became known of it on the way. Belongs to the event loop of its request. */
public final class Call {

    private static final String KEY = Call.class.getName();

    private final HttpServerRequest request;
    private final String address;
    private final long startedAt;
    private Credential credential;
    private String traceparent;
    private String problem;
    private List<Runnable> atTheEnd = List.of();
    private boolean ended;

    /**
     * @param address of the caller: an IP address in its canonical form
     * @param startedAt reading of a monotonic clock, in nanoseconds
     */
    public Call(HttpServerRequest request, String address, long startedAt) {
        this.request = request;
        this.address = address;
        this.startedAt = startedAt;
    }

    /** The call that a request is; every request has one from the moment it came in. */
    public static Call of(RoutingContext context) {
        return context.get(KEY);
    }

    void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }

    public HttpServerRequest request() {
        return request;
    }

    /** Where it comes from, seen past the proxies that are ours. */
    public String address() {
        return address;
    }

    long startedAt() {
        return startedAt;
    }

    /** Who calls; empty as long as nothing was verified. */
    public Optional<Credential> credential() {
        return Optional.ofNullable(credential);
    }

    /** Notes who calls, once that is certain. */
    public void verified(Credential caller) {
        credential = caller;
    }

    /** The {@code traceparent} that goes along to a service: the caller's own when it is well formed, else a new one. */
    public String traceparent() {
        if (traceparent == null) {
            traceparent = TraceContext.parent(request.getHeader(TraceContext.HEADER));
        }
        return traceparent;
    }

    /** Notes the problem it is answered with, by the last part of its type, such as {@code not-found}. */
    public void answeredWith(String problemName) {
        problem = problemName;
    }

    /** Has something done when the call is over: answered, or its caller gone. Exactly once; at once when it is. */
    public void whenEnded(Runnable action) {
        if (ended) {
            action.run();
            return;
        }
        List<Runnable> more = new ArrayList<>(atTheEnd);
        more.add(action);
        atTheEnd = more;
    }

    /** Says that the call is over. */
    public void end() {
        if (!ended) {
            ended = true;
            atTheEnd.forEach(Runnable::run);
        }
    }

    /** The problem it was answered with, or null. */
    String problem() {
        return problem;
    }
}
