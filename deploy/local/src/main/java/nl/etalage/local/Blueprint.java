package nl.etalage.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.etalage.local.Ports.Role;
import nl.etalage.local.keycloak.Keycloak;
import nl.etalage.local.keycloak.KeycloakProgram;
import nl.etalage.local.keycloak.KeycloakSettings;
import nl.etalage.local.postgresql.PostgresCluster;
import nl.etalage.local.postgresql.PostgresProgram;
import nl.etalage.local.postgresql.ServiceDatabases;
import nl.etalage.local.process.Part;
import nl.etalage.local.program.Programs;
import nl.etalage.local.screen.CannotStart;

/** How each part of one stack is started, from its options and the secrets of its data directory. */
final class Blueprint {

    private final StackOptions options;
    private final DataDirectory data;
    private final Secrets secrets;
    private final PostgresProgram postgresProgram;
    private final KeycloakProgram keycloakProgram;
    private final PostgresCluster cluster;

    private Blueprint(StackOptions options, DataDirectory data, Secrets secrets) throws IOException {
        Path target = options.root().resolve("deploy/local/target");
        Programs programs = new Programs(target.resolve("programs"));
        this.options = options;
        this.data = data;
        this.secrets = secrets;
        this.postgresProgram = new PostgresProgram(programs);
        this.keycloakProgram = new KeycloakProgram(programs, target.resolve("distribution"));
        this.cluster = new PostgresCluster(
                postgresProgram,
                data.postgresql(),
                options.ports().of(Role.POSTGRESQL),
                secrets.password("postgresql.superuser"));
    }

    /** Makes the secrets at the first start; fails when there is data that lost them. */
    static Blueprint of(StackOptions options) throws IOException {
        DataDirectory data = new DataDirectory(options.data());
        Files.createDirectories(data.path());
        if (Files.exists(data.postgresql()) && !Files.exists(data.secrets())) {
            throw new CannotStart(
                    "%s is gone, and without it the data cannot be opened: put it back, or start anew with ./deploy/up --fresh."
                            .formatted(data.secrets()));
        }
        return new Blueprint(options, data, Secrets.in(data.secrets()));
    }

    PostgresProgram postgresProgram() {
        return postgresProgram;
    }

    KeycloakProgram keycloakProgram() {
        return keycloakProgram;
    }

    PostgresCluster cluster() {
        return cluster;
    }

    ServiceDatabases.Passwords passwords(String service) throws IOException {
        return new ServiceDatabases.Passwords(
                secrets.password(service + ".owner"),
                secrets.password(service + ".application"),
                secrets.password(service + ".worker"));
    }

    String keycloakPassword() throws IOException {
        return secrets.password("keycloak.database");
    }

    Part part(String name) throws IOException {
        return switch (name) {
            case PostgresCluster.NAME -> cluster.part();
            case Keycloak.NAME -> keycloak().part(false);
            default -> new Parts(options, data, secrets, cluster).part(name);
        };
    }

    Keycloak keycloak() throws IOException {
        KeycloakSettings settings = new KeycloakSettings(
                options.ports().of(Role.KEYCLOAK),
                options.ports().of(Role.KEYCLOAK_MANAGEMENT),
                cluster.url("keycloak"),
                keycloakPassword(),
                secrets.password("keycloak.admin"),
                realm());
        return new Keycloak(keycloakProgram, data.keycloak(), settings);
    }

    private Map<String, String> realm() throws IOException {
        Map<String, String> variables = new HashMap<>(Map.ofEntries(
                Map.entry("ETALAGE_PUBLIC_URL", options.gateway()),
                Map.entry("ETALAGE_CONSOLE_SECRET", secrets.password("console.client")),
                Map.entry("ETALAGE_CONTENT_SERVICE_SECRET", secrets.password("content-service.client")),
                Map.entry("ETALAGE_SCHEDULING_SERVICE_SECRET", secrets.password("scheduling-service.client")),
                Map.entry("ETALAGE_GATEWAY_SECRET", secrets.password("gateway.client")),
                Map.entry("ETALAGE_INTEGRATIONS_SECRET", secrets.password("integrations.client")),
                Map.entry("ETALAGE_SMTP_HOST", "127.0.0.1"),
                Map.entry("ETALAGE_SMTP_PORT", Integer.toString(options.ports().of(Role.STAND_IN_MAIL))),
                Map.entry("ETALAGE_SMTP_STARTTLS", "false"),
                Map.entry("ETALAGE_SMTP_FROM", "etalage@etalage.example")));
        variables.putAll(options.environmentOf("keycloak"));
        return variables;
    }
}
