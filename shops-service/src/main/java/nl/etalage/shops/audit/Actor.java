package nl.etalage.shops.audit;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.etalage.shops.access.Binding;
import nl.etalage.shops.access.Visitor;

/** Who acts, as the audit trail names them: by ids only. At start-up there is no request, and nobody is named. */
@ApplicationScoped
class Actor {

    /** See <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>. */
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Visitor visitor;
    private final HttpHeaders headers;

    Actor(Visitor visitor, HttpHeaders headers) {
        this.visitor = visitor;
        this.headers = headers;
    }

    UUID member(String shop) {
        return visiting() ? visitor.memberAt(shop).orElse(null) : null;
    }

    UUID integration() {
        return visiting()
                ? visitor.standing().binding().map(Binding::integration).orElse(null)
                : null;
    }

    String trace() {
        if (!visiting()) {
            return null;
        }
        String header = headers.getHeaderString("traceparent");
        Matcher matcher = header == null ? null : TRACEPARENT.matcher(header);
        return matcher != null && matcher.matches() ? matcher.group(1) : null;
    }

    private boolean visiting() {
        return Arc.container().requestContext().isActive() && visitor.present();
    }
}
