package nl.etalage.shopexport;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything is, and who asks.
 *
 * @param gateway the only door to Etalage's API, without a path
 * @param issuer the OIDC realm where a demo person signs in
 * @param user the demo person, whose password is the user name; used when there is no token
 * @param token an access token of a manager of the shop or an admin
 */
record Settings(URI gateway, URI issuer, String user, Optional<String> token) {

    /** From {@code ETALAGE_GATEWAY}, {@code ETALAGE_ISSUER}, {@code ETALAGE_USER} and {@code ETALAGE_TOKEN}. */
    static Settings from(Map<String, String> environment, String shop) {
        return new Settings(
                address(environment, "ETALAGE_GATEWAY", "http://localhost:8080"),
                address(environment, "ETALAGE_ISSUER", "http://localhost:8180/realms/etalage"),
                environment.getOrDefault("ETALAGE_USER", shop + "-manager"),
                Optional.ofNullable(environment.get("ETALAGE_TOKEN")).filter(token -> !token.isBlank()));
    }

    private static URI address(Map<String, String> environment, String name, String usual) {
        String given = environment.getOrDefault(name, usual).replaceAll("/+$", "");
        try {
            URI address = URI.create(given);
            if (address.getHost() == null) {
                throw new Failure(name + " is no address of a server: " + given);
            }
            return address;
        } catch (IllegalArgumentException unreadable) {
            throw new Failure(name + " is no address of a server: " + given, unreadable);
        }
    }

    @Override
    public String toString() {
        return "settings for " + gateway;
    }
}
