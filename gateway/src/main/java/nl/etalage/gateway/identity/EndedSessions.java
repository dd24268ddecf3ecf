package nl.etalage.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Sessions of which the issuer said that they ended. Quarkus forgets such a message with the first request it refuses;
 * a copy of the cookie elsewhere would work again. Kept until no token of the session can still hold: after that the
 * issuer refuses to renew it.
 */
@ApplicationScoped
class EndedSessions implements SecurityIdentityAugmentor {

    /** Longer than an access token lives with any sensible issuer. */
    static final Duration REMEMBERED = Duration.ofMinutes(30);

    private static final int MOST = 100_000;
    private static final String SESSION = "sid";

    private final Cache<String, Boolean> ended =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    void remember(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_BACKCHANNEL_LOGOUT_COMPLETED) {
            String session = session(event.getSecurityIdentity());
            if (session != null) {
                ended.put(session, true);
            }
        }
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        String session = session(identity);
        return session != null && ended.getIfPresent(session) != null
                ? Uni.createFrom().failure(new AuthenticationFailedException("The session ended at the issuer"))
                : Uni.createFrom().item(identity);
    }

    private static String session(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(SESSION) : null;
    }
}
