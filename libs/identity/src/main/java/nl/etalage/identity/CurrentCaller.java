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

    /** OpenID Connect puts it there, with the answer and the connection. */
    private static final String REQUEST = "io.vertx.ext.web.RoutingContext";

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
     * What to keep of a verified identity: its caller is read once, and the request it came with stays behind. Reading is
     * dear: a claim that MicroProfile JWT has no name for, such as {@code client_id}, costs its implementation an exception
     * each time.
     */
    public static SecurityIdentity toKeep(SecurityIdentity verified) {
        if (!(verified.getPrincipal() instanceof JsonWebToken token)) {
            return verified;
        }
        QuarkusSecurityIdentity.Builder kept = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(verified.getRoles())
                .addCredentials(verified.getCredentials())
                .addAttribute(CALLER, of(token));
        verified.getAttributes().forEach((name, value) -> {
            if (!REQUEST.equals(name)) {
                kept.addAttribute(name, value);
            }
        });
        return kept.build();
    }

    /**
     * A token belongs to a machine when it names a client and no session of a person: providers put {@code client_id}
     * in tokens of client credentials (RFC 9068), and {@code sid} only where somebody signed in (OpenID Connect
     * Back-Channel Logout, section 2.1).
     */
    static Caller of(JsonWebToken token) {
        String clientId = token.getClaim("sid") == null ? text(token, "client_id") : null;
        String name = text(token, "name");
        return new Caller(
                token.getIssuer(),
                token.getSubject(),
                clientId,
                scopes(text(token, "scope")),
                name == null ? text(token, "preferred_username") : name,
                text(token, "email"));
    }

    /** Null for a claim that isn't there, or isn't a text. */
    private static String text(JsonWebToken token, String name) {
        Object claim = token.getClaim(name);
        return claim instanceof String text ? text : null;
    }

    private static Set<String> scopes(String claim) {
        return claim == null
                ? Set.of()
                : Arrays.stream(claim.split(" "))
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toSet());
    }
}
