package nl.etalage.shops.integration;

import static nl.etalage.shops.ShopsProblem.PROVIDER_AWAY;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import nl.etalage.shops.keycloak.KeycloakClients;
import nl.etalage.shops.keycloak.NewClient;
import nl.etalage.shops.keycloak.ProviderAwayException;
import org.jboss.logging.Logger;

/**
 * Makes a client at the provider for an integration. What is made there and not bound here, because the provider, this
 * process or the database failed in between, is noted beforehand and taken away later.
 */
@ApplicationScoped
class MakeClient {

    private static final Logger LOG = Logger.getLogger(MakeClient.class);

    /** Longer than any request lives. */
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(5);

    /** 256 bits, which nobody guesses. */
    private static final int SECRET_BYTES = 32;

    private static final int DIGITS = 12;

    private final KeycloakClients keycloak;
    private final ClientRemovals removals;
    private final ShownOnce shownOnce;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MakeClient(KeycloakClients keycloak, ClientRemovals removals, ShownOnce shownOnce, Clock clock) {
        this.keycloak = keycloak;
        this.removals = removals;
        this.shownOnce = shownOnce;
        this.clock = clock;
    }

    /**
     * Makes a client and binds it, to be flushed by the caller; the answer to this request will show its secret.
     *
     * @param id of the new client
     * @throws nl.etalage.problem.ProblemException 503 when the provider didn't do it; then nothing was made
     */
    void make(Integration integration, UUID id) {
        String clientId = clientId(integration.shop(), id);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        removals.dueUnlessCancelled(id, clock.instant().plus(ABANDONED_AFTER));
        try {
            keycloak.make(new NewClient(
                    id, clientId, integration.name(), integration.shop(), Set.of(integration.scopes()), secret));
        } catch (ProviderAwayException away) {
            LOG.warnf("No client was made for shop %s: %s", integration.shop(), away.getMessage());
            throw PROVIDER_AWAY.because().header("Retry-After", "30");
        }
        removals.cancel(id);
        integration.receive(id, clientId, clock.instant());
        shownOnce.keep(secret);
    }

    /** Names the shop for people who look around at the provider; the digits are the random ones of the id. */
    private static String clientId(String shop, UUID id) {
        String text = id.toString();
        return "etalage-" + shop + "-" + text.substring(text.length() - DIGITS);
    }
}
