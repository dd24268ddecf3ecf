package nl.etalage.demodata;

import java.net.URI;
import java.util.Map;

/**
 * Where everything is.
 *
 * @param gateway the only door to Etalage's API, without a path
 * @param issuer the OIDC realm where the demo people sign in
 * @param standIn the platform that the channels are connected to
 */
public record Settings(URI gateway, URI issuer, URI standIn) {

    /** From {@code ETALAGE_GATEWAY}, {@code ETALAGE_ISSUER} and {@code ETALAGE_STAND_IN}. */
    static Settings from(Map<String, String> environment) {
        return new Settings(
                address(environment, "ETALAGE_GATEWAY", "http://localhost:8080"),
                address(environment, "ETALAGE_ISSUER", "http://localhost:8180/realms/etalage"),
                address(environment, "ETALAGE_STAND_IN", "http://localhost:8190"));
    }

    private static URI address(Map<String, String> environment, String name, String usual) {
        return URI.create(environment.getOrDefault(name, usual).replaceAll("/+$", ""));
    }
}
