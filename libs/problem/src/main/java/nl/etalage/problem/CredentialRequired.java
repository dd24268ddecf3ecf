package nl.etalage.problem;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The HTTP policy {@value #NAME}: without a valid credential a request is answered 401 with a problem, before anything
 * else of it is looked at. Quarkus's own policy {@code authenticated} answers the same without a body.
 */
@ApplicationScoped
public class CredentialRequired implements HttpSecurityPolicy {

    /** For {@code quarkus.http.auth.permission.<set>.policy}. */
    public static final String NAME = "credential-required";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return identity.onItem().transform(caller -> {
            if (caller.isAnonymous()) {
                throw new UnauthorizedException();
            }
            return CheckResult.PERMIT;
        });
    }
}
