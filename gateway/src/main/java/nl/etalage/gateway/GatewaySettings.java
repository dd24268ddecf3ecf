package nl.etalage.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What every part of the gateway has to know about its surroundings. The names are those of docs/architecture.md. */
@ConfigMapping(prefix = "etalage")
public interface GatewaySettings {

    /** The OIDC issuer, exactly as it stands in {@code iss}. */
    URI issuer();

    /** How the world reaches this gateway, without a path. Its scheme decides whether cookies are {@code Secure}. */
    URI publicUrl();

    /** Where shops-service is, without a path. */
    URI shopsUrl();

    /** Where content-service is, without a path. */
    URI contentUrl();

    /** Where scheduling-service is, without a path. */
    URI schedulingUrl();

    /** At least 32 characters; encrypts the session cookie. The same for all instances. */
    String sessionSecret();

    /** What an access token must be for ({@code aud}); the same for all services. */
    @WithDefault("etalage-api")
    String audience();

    /** The console's own OIDC client. */
    ConsoleClient consoleClient();

    /** The gateway's own OIDC client, {@code gateway}. */
    ServiceClient serviceClient();

    /** True in the demo only: allows the demo's people, keys and plain http. */
    @WithDefault("false")
    boolean demo();

    /**
     * Networks of our own proxies, such as {@code 10.0.0.0/8}: who in front of the gateway may say where a call comes
     * from. Nobody, when there are none.
     */
    Optional<List<String>> trustedProxies();

    /** Credential of the console's OIDC client. */
    interface ConsoleClient {

        /** Client id, as the provider knows it. */
        @WithDefault("etalage-console")
        String id();

        /** Client secret, as the provider knows it. */
        String secret();
    }

    /** Credential of the gateway's own OIDC client. */
    interface ServiceClient {

        /** Client secret, as the provider knows it. */
        String secret();
    }

    /** Whether people reach the gateway over TLS. */
    default boolean secure() {
        return "https".equals(publicUrl().getScheme());
    }
}
