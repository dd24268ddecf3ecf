package nl.etalage.gateway.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The session of a person in a browser, kept whole in an encrypted cookie. */
@ApplicationScoped
public class Sessions {

    /** All parts of the session cookie begin with this; the part that says who it is has exactly this name. */
    private static final String COOKIE = "q_session";

    private final HttpAuthenticator authenticator;

    Sessions(HttpAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** Whether the request carries a session cookie, whatever it is worth. */
    public boolean present(HttpServerRequest request) {
        if (!request.headers().contains("Cookie")) {
            return false;
        }
        for (Cookie cookie : request.cookies()) {
            if (cookie.getName().startsWith(COOKIE)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The person's access token, refreshed when it had nearly expired.
     *
     * @return empty when there is no session, or no longer
     */
    public Uni<Optional<String>> accessToken(RoutingContext context) {
        return authenticator
                .attemptAuthentication(context)
                .map(Sessions::accessToken)
                .onFailure(AuthenticationException.class::isInstance)
                .recoverWithItem(Optional.empty());
    }

    /** The access token of a signed-in person; empty for everybody else. */
    public static Optional<String> accessToken(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return Optional.empty();
        }
        return Optional.ofNullable(identity.getCredential(AccessTokenCredential.class))
                .map(AccessTokenCredential::getToken);
    }
}
