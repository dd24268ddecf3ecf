package nl.etalage.scheduling.ops;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** This service's own access token, renewed shortly before it expires. */
@ApplicationScoped
public class ServiceToken {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcClient client;
    private final TokensHelper tokens = new TokensHelper();

    ServiceToken(OidcClient client) {
        this.client = client;
    }

    /** The token as it stands after {@code Bearer}. */
    public String get() {
        return tokens.getTokens(client).await().atMost(PATIENCE).getAccessToken();
    }
}
