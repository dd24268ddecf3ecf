package nl.etalage.local.keycloak;

import java.util.Map;

/**
 * What a stack's Keycloak is told, all through its environment: a command line can be read by everyone.
 *
 * @param port of the server, on this machine only
 * @param managementPort of its health
 * @param database JDBC URL of its database
 * @param databasePassword of the role {@code keycloak}
 * @param adminPassword of Keycloak's own first admin, {@code admin}
 * @param realm values of the {@code ${…}} in the realm file, see {@code deploy/keycloak/README.md}
 */
public record KeycloakSettings(
        int port,
        int managementPort,
        String database,
        String databasePassword,
        String adminPassword,
        Map<String, String> realm) {

    public KeycloakSettings {
        realm = Map.copyOf(realm);
    }

    Map<String, String> server() {
        return Map.ofEntries(
                Map.entry("KC_DB_URL", database),
                Map.entry("KC_DB_USERNAME", Keycloak.NAME),
                Map.entry("KC_DB_PASSWORD", databasePassword),
                Map.entry("KC_DB_POOL_MAX_SIZE", "20"),
                Map.entry("KC_CACHE", "local"),
                Map.entry("KC_HTTP_ENABLED", "true"),
                Map.entry("KC_HTTP_HOST", "127.0.0.1"),
                Map.entry("KC_HTTP_PORT", Integer.toString(port)),
                Map.entry("KC_HTTP_MANAGEMENT_PORT", Integer.toString(managementPort)),
                Map.entry("KC_HOSTNAME", "http://localhost:" + port),
                // Nobody balances load over one server, so there is no one to wait for.
                Map.entry("KC_SHUTDOWN_DELAY", "0s"),
                Map.entry("KC_LOG_LEVEL", "info,io.smallrye.health:warn"),
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword),
                Map.entry("MALLOC_ARENA_MAX", "2"));
    }
}
