package nl.etalage.identity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the {@link Caller} of the current request from its verified token. */
@ApplicationScoped
public class CurrentCaller {

    private static final String CALLER = Caller.class.getName();

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The caller of this request.
     *
     * @throws UnauthorizedException when the request carries no credential
     */
    public Caller get() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new UnauthorizedException();
        }
        Caller known = identity.getAttribute(CALLER);
        return known == null ? of(token) : known;
    }

    /**
     * The identity with its caller read once, for whoever keeps a verified one. Reading is dear: a claim that MicroProfile
     * JWT has no name for, such as {@code client_id}, costs its implementation an exception each time.
     */
    public static SecurityIdentity read(SecurityIdentity verified) {
        return verified.getPrincipal() instanceof JsonWebToken token
                ? QuarkusSecurityIdentity.builder(verified)
                        .addAttribute(CALLER, of(token))
                        .build()
                : verified;
    }

    /**
     * A token belongs to a machine when it names a client and no session of a person: providers put {@code client_id}
     * in tokens of client credentials (RFC 9068), and {@code sid} only where somebody signed in (OpenID Connect
     * Back-Channel Logout, section 2.1).
     */
    static Caller of(JsonWebToken token) {
        String clientId = token.getClaim("sid") == null ? token.getClaim("client_id") : null;
        String name = token.getClaim("name");
        return new Caller(
                token.getIssuer(),
                token.getSubject(),
                clientId,
                scopes(token.getClaim("scope")),
                name == null ? token.getClaim("preferred_username") : name,
                token.getClaim("email"));
    }

    private static Set<String> scopes(String claim) {
        return claim == null
                ? Set.of()
                : Arrays.stream(claim.split(" "))
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toSet());
    }
}
