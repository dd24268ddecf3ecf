package nl.etalage.content.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets in who shows a token that was verified a moment ago, without a look at the rest. All others go the long way. */
@ApplicationScoped
public class KnownBearer implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    /** Above that of OpenID Connect. */
    private static final int BEFORE_OTHERS = DEFAULT_PRIORITY + 100;

    private final VerifiedTokens tokens;

    KnownBearer(VerifiedTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String credential = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return credential != null && credential.startsWith(BEARER)
                ? Uni.createFrom().item(tokens.bearer(credential.substring(BEARER.length())))
                : Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public int getPriority() {
        return BEFORE_OTHERS;
    }
}
