package nl.etalage.shops.keycloak;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How to make clients at the network's Keycloak. Without an address none are made, only bound. */
@ConfigMapping(prefix = "etalage.keycloak")
public interface KeycloakConfig {

    /** Where Keycloak's admin API is, without {@code /admin}, such as {@code http://localhost:8180}. */
    Optional<URI> adminUrl();

    /** Realm of the network. */
    @WithDefault("etalage")
    String realm();

    /** The client that may manage clients and nothing else. */
    @WithDefault("etalage-integrations")
    String clientId();

    /** Its secret. */
    Optional<String> clientSecret();

    /** Longest wait for a connection, and for an answer. */
    @WithDefault("5s")
    Duration timeout();
}
