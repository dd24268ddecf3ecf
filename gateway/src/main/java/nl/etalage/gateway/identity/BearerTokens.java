package nl.etalage.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies access tokens: issuer, signature, expiry and audience. A token that was verified is remembered until it
 * expires, so that a caller with many requests pays for one signature check every few minutes. Nothing is lost by it:
 * what a caller may do is for the services to say, at each request.
 */
@ApplicationScoped
public class BearerTokens {

    /** No issuer makes longer ones, and nobody should make us read them. */
    private static final int LONGEST = 8192;

    /** Characters of tokens kept, one byte each: about 8,000 callers in 12 MB. */
    private static final long KEPT = 12L * 1024 * 1024;

    private final TenantIdentityProvider issuer;
    private final Clock clock;
    private final Cache<String, Long> expiries = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String token, Long expiry) -> token.length())
            .build();

    BearerTokens(@Tenant(OidcTenants.BEARER) TenantIdentityProvider issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Whether this token was verified before and still holds. */
    public boolean known(String token) {
        Long expiry = expiries.getIfPresent(token);
        if (expiry == null) {
            return false;
        }
        if (clock.millis() < expiry) {
            return true;
        }
        expiries.invalidate(token);
        return false;
    }

    /**
     * Verifies a token.
     *
     * @return true when it holds; false when it is not a token of our issuer for us, or no longer; a failure when that
     *     could not be found out, because the issuer cannot be reached
     */
    public Uni<Boolean> verify(String token) {
        if (!wellFormed(token)) {
            return Uni.createFrom().item(false);
        }
        return issuer.authenticate(new AccessTokenCredential(token))
                .onItem()
                .transform(identity -> remember(token, identity))
                .onFailure(io.quarkus.security.AuthenticationFailedException.class)
                .recoverWithItem(false);
    }

    private boolean remember(String token, SecurityIdentity identity) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken verified)) {
            return false;
        }
        expiries.put(token, verified.getExpirationTime() * 1000);
        return true;
    }

    /** Three non-empty parts of base64url: anything else would be taken for an opaque token. */
    private static boolean wellFormed(String token) {
        if (token.length() > LONGEST) {
            return false;
        }
        int dots = 0;
        int partLength = 0;
        for (int i = 0; i < token.length(); i++) {
            char letter = token.charAt(i);
            if (letter == '.') {
                if (partLength == 0) {
                    return false;
                }
                dots++;
                partLength = 0;
            } else if ((letter >= 'a' && letter <= 'z')
                    || (letter >= 'A' && letter <= 'Z')
                    || (letter >= '0' && letter <= '9')
                    || letter == '-'
                    || letter == '_') {
                partLength++;
            } else {
                return false;
            }
        }
        return dots == 2 && partLength > 0;
    }
}
