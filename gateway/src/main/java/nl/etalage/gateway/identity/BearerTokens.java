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
import java.time.Duration;
import java.util.Optional;
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

    /** Tokens kept, by their hash: 3 MB of memory at most. */
    private static final long KEPT = 10_000;

    /** A key that the issuer withdraws stops working after this, however long the tokens it signed would live. */
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final TenantIdentityProvider issuer;
    private final Clock clock;
    private final Cache<TokenHash, Verified> verified =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Verified(Credential credential, long until) {}

    BearerTokens(@Tenant(OidcTenants.BEARER) TenantIdentityProvider issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Whom this token speaks for, when it was verified before and still holds; null when that is not known. */
    public Credential known(String token) {
        TokenHash hash = TokenHash.of(token);
        Verified before = verified.getIfPresent(hash);
        if (before == null) {
            return null;
        }
        if (clock.millis() < before.until()) {
            return before.credential();
        }
        verified.invalidate(hash);
        return null;
    }

    /**
     * Verifies a token.
     *
     * @return whom it speaks for; empty when it is not a token of our issuer for us, or no longer; a failure when that
     *     could not be found out, because the issuer cannot be reached
     */
    public Uni<Optional<Credential>> verify(String token) {
        if (!wellFormed(token)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return issuer.authenticate(new AccessTokenCredential(token))
                .onItem()
                .transform(identity -> remember(token, identity))
                .onFailure(io.quarkus.security.AuthenticationFailedException.class)
                .recoverWithItem(Optional.empty());
    }

    private Optional<Credential> remember(String token, SecurityIdentity identity) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken claims)) {
            return Optional.empty();
        }
        Credential credential = Credential.of(claims);
        long until = Math.min(
                claims.getExpirationTime() * 1000, clock.instant().plus(AT_MOST).toEpochMilli());
        verified.put(TokenHash.of(token), new Verified(credential, until));
        return Optional.of(credential);
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
