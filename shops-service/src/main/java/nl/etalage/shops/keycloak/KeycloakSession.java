package nl.etalage.shops.keycloak;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Keycloak's admin API with a token of our own, renewed when it has nearly expired. */
@ApplicationScoped
class KeycloakSession {

    private static final Duration RENEWED_AHEAD = Duration.ofSeconds(30);

    private final KeycloakConfig config;
    private final Clock clock;
    private KeycloakAdmin admin;
    private String bearer;
    private Instant until = Instant.MIN;

    KeycloakSession(KeycloakConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Asks something, once more with a fresh token when Keycloak doesn't take the one we have.
     *
     * @return false when Keycloak knows no such thing (404)
     * @throws ProviderAwayException on any other failure
     */
    boolean ask(BiConsumer<KeycloakAdmin, String> question) {
        String current = bearer(false);
        try {
            question.accept(admin(), current);
            return true;
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == Status.UNAUTHORIZED.getStatusCode()) {
                return again(question);
            }
            return absent(refused);
        } catch (ProcessingException away) {
            throw away(away);
        }
    }

    private boolean again(BiConsumer<KeycloakAdmin, String> question) {
        String renewed = bearer(true);
        try {
            question.accept(admin(), renewed);
            return true;
        } catch (WebApplicationException refused) {
            return absent(refused);
        } catch (ProcessingException away) {
            throw away(away);
        }
    }

    private static boolean absent(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (status == Status.NOT_FOUND.getStatusCode()) {
            return false;
        }
        throw new ProviderAwayException("Keycloak answered " + status, refused);
    }

    private static ProviderAwayException away(ProcessingException failure) {
        return new ProviderAwayException("Keycloak does not answer: " + failure.getMessage(), failure);
    }

    private synchronized KeycloakAdmin admin() {
        if (admin == null) {
            long patience = config.timeout().toMillis();
            admin = QuarkusRestClientBuilder.newBuilder()
                    .baseUri(config.adminUrl()
                            .orElseThrow(() -> new ProviderAwayException("etalage.keycloak.admin-url is not set")))
                    .connectTimeout(patience, TimeUnit.MILLISECONDS)
                    .readTimeout(patience, TimeUnit.MILLISECONDS)
                    .build(KeycloakAdmin.class);
        }
        return admin;
    }

    private synchronized String bearer(boolean fresh) {
        Instant now = clock.instant();
        if (fresh || !now.isBefore(until)) {
            KeycloakAdmin.Token token = token();
            bearer = "Bearer " + token.value();
            until = now.plusSeconds(token.expiresIn()).minus(RENEWED_AHEAD);
        }
        return bearer;
    }

    private KeycloakAdmin.Token token() {
        try {
            return admin().token(
                            config.realm(),
                            "client_credentials",
                            config.clientId(),
                            config.clientSecret().orElse(""));
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            throw new ProviderAwayException("Keycloak gives no token to make clients with: " + status, refused);
        } catch (ProcessingException away) {
            throw away(away);
        }
    }
}
