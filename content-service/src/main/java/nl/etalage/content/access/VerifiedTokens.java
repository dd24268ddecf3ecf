package nl.etalage.content.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.etalage.identity.CurrentCaller;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies an access token once and remembers that it was good until it expires, at most five minutes: so long a key may
 * still count that its issuer took back. Only good ones are remembered, letter by letter. What their bearer may do is
 * looked up for every request all the same.
 */
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long MOST_CHARACTERS = 4_000_000;

    /** Above that of a provider that names none, as OpenID Connect's. */
    private static final int BEFORE_OTHERS = SYSTEM_FIRST + 100;

    private final OidcIdentityProvider verify;
    private final Clock clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String token, Verified known) -> token.length())
            .expireAfterWrite(LONGEST)
            .executor(Runnable::run)
            .build();

    VerifiedTokens(OidcIdentityProvider verify, Clock clock) {
        this.verify = verify;
        this.clock = clock;
    }

    private record Verified(SecurityIdentity identity, Instant from, Instant until) {

        boolean holds(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return BEFORE_OTHERS;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!(request.getToken() instanceof AccessTokenCredential)) {
            return verify.authenticate(request, context);
        }
        String token = request.getToken().getToken();
        SecurityIdentity known = bearer(token);
        return known == null
                ? verify.authenticate(request, context).invoke(identity -> remember(token, identity))
                : Uni.createFrom().item(known);
    }

    /** Whose token this is; null when it wasn't verified before, or long ago. */
    SecurityIdentity bearer(String token) {
        Verified known = verified.getIfPresent(token);
        return known != null && known.holds(clock.instant()) ? known.identity() : null;
    }

    private void remember(String token, SecurityIdentity identity) {
        // A token that is bound to a key of its bearer is good only together with a proof.
        if (identity.getPrincipal() instanceof JsonWebToken claims && claims.getClaim("cnf") == null) {
            Instant now = clock.instant();
            Instant expires = Instant.ofEpochSecond(claims.getExpirationTime());
            Instant latest = now.plus(LONGEST);
            verified.put(
                    token,
                    new Verified(CurrentCaller.toKeep(identity), now, expires.isBefore(latest) ? expires : latest));
        }
    }
}
