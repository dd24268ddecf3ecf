package nl.etalage.audittrail;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where this request came from. The address is the one the gateway forwards when {@code quarkus.http.proxy} trusts it,
 * and else that of the connection.
 */
@ApplicationScoped
class Origin {

    /** See <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>. */
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final CurrentVertxRequest current;

    Origin(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Whether there is a request at all. */
    boolean present() {
        return Arc.container().requestContext().isActive() && current.getCurrent() != null;
    }

    String address() {
        SocketAddress remote = present() ? request().remoteAddress() : null;
        return remote == null ? null : remote.hostAddress() == null ? remote.host() : remote.hostAddress();
    }

    String trace() {
        String header = present() ? request().getHeader("traceparent") : null;
        Matcher matcher = header == null ? null : TRACEPARENT.matcher(header);
        return matcher != null && matcher.matches() ? matcher.group(1) : null;
    }

    private HttpServerRequest request() {
        return current.getCurrent().request();
    }
}
