package nl.etalage.audittrail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Writes down every write that a caller with a valid credential asked for and didn't get. Runs when the refused
 * transaction is gone, in one of its own. A request without a valid credential leaves nothing: the gateway counts those.
 */
public class RefusedWrites {

    private static final Logger LOG = Logger.getLogger(RefusedWrites.class);
    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int UNAUTHORIZED = 401;
    private static final int LONGEST_SUBJECT = 300;

    /** How the paths and queries of this API name a shop. */
    private static final List<String> SHOP_NAMES = List.of("shop", "slug");

    private final AuditTable table;
    private final AuditSetting setting;
    private final RefusalBudget budget;
    private final Origin origin;
    private final Clock clock;

    RefusedWrites(AuditTable table, AuditSetting setting, RefusalBudget budget, Origin origin, Clock clock) {
        this.table = table;
        this.setting = setting;
        this.budget = budget;
        this.origin = origin;
        this.clock = clock;
    }

    @ServerResponseFilter
    public void write(
            ContainerRequestContext request, ContainerResponseContext response, SimpleResourceInfo operation) {
        int status = response.getStatus();
        if (status < 400 || status == UNAUTHORIZED || READS.contains(request.getMethod())) {
            return;
        }
        String asked = operation == null || operation.getMethodName() == null ? null : operation.getMethodName();
        if (asked == null) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> write(request, status, asked));
        } catch (IllegalStateException unwritten) {
            // The caller was refused already; that we can't write it down must not become their answer.
            LOG.errorf(unwritten, "A refusal (%s, %d) could not be written down", asked, status);
        }
    }

    private void write(ContainerRequestContext request, int status, String operation) {
        Actor actor = setting.actor();
        if (actor.equals(Actor.NOBODY)) {
            return;
        }
        OptionalInt unwritten = budget.spend(actor.key());
        if (unwritten.isEmpty()) {
            return;
        }
        String shop = actor.shopOf(named(request)).orElse(null);
        String path = withoutSecret(request);
        table.append(new AuditLine(
                setting.nextId(),
                clock.instant(),
                shop,
                actor.memberAt(shop),
                actor.client(),
                operation,
                path.substring(0, Math.min(path.length(), LONGEST_SUBJECT)),
                List.of(),
                status < 500 ? AuditLine.Outcome.REFUSED : AuditLine.Outcome.FAILED,
                status,
                unwritten.getAsInt(),
                origin.address(),
                origin.trace()));
    }

    /** The secret of a link stands in the path as {@code token}, and in no trail. */
    private static String withoutSecret(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        String secret = first(request.getUriInfo().getPathParameters(), "token");
        return secret == null || secret.isEmpty() ? path : path.replace(secret, "{token}");
    }

    private static String named(ContainerRequestContext request) {
        return Stream.of(
                        request.getUriInfo().getPathParameters(),
                        request.getUriInfo().getQueryParameters())
                .flatMap(parameters -> SHOP_NAMES.stream().map(name -> first(parameters, name)))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    private static String first(MultivaluedMap<String, String> parameters, String name) {
        return parameters.getFirst(name);
    }
}
