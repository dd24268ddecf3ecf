package nl.etalage.shops.integration;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds the secret of a client that was just made, to this one answer. */
class SecretInAnswer {

    private final ShownOnce shownOnce;

    SecretInAnswer(ShownOnce shownOnce) {
        this.shownOnce = shownOnce;
    }

    @ServerResponseFilter
    void add(ContainerResponseContext response) {
        if (response.getEntity() instanceof IntegrationDocument integration) {
            shownOnce.secret().ifPresent(secret -> {
                response.setEntity(integration.withSecret(secret));
                response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            });
        }
    }
}
