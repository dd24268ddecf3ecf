package nl.etalage.content.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceTokenTest {

    @Inject
    OidcClient client;

    /** Asked with in its last second it is refused where it arrives, and who follows a feed misses that second. */
    @Test
    void aTokenIsRenewedWhileItStillHolds() {
        Tokens given = client.getTokens().await().atMost(Duration.ofSeconds(10));

        assertFalse(given.isAccessTokenWithinRefreshInterval(), "not as soon as it is there");
        assertTrue(expiring(given, Duration.ofSeconds(5)).isAccessTokenWithinRefreshInterval());
        assertFalse(expiring(given, Duration.ofSeconds(5)).isAccessTokenExpired());
    }

    /** The same, nearer its end. */
    private static Tokens expiring(Tokens given, Duration left) {
        Long skew = given.getRefreshTokenTimeSkew();
        return new Tokens(
                given.getAccessToken(),
                Instant.now().plus(left).getEpochSecond(),
                skew == null ? null : Duration.ofSeconds(skew),
                null,
                null,
                null,
                given.getClientId());
    }
}
