package nl.etalage.idempotency;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Names whose key it is, so that two callers may use the same one. */
@ApplicationScoped
class CallerName {

    private final SecurityIdentity identity;

    CallerName(SecurityIdentity identity) {
        this.identity = identity;
    }

    String name() {
        if (identity.isAnonymous()) {
            return "anonymous";
        }
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getIssuer() + "|" + token.getSubject()
                : identity.getPrincipal().getName();
    }
}
