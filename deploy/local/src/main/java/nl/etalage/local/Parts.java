package nl.etalage.local;

import static nl.etalage.local.Ports.Role.CONTENT;
import static nl.etalage.local.Ports.Role.GATEWAY;
import static nl.etalage.local.Ports.Role.KEYCLOAK;
import static nl.etalage.local.Ports.Role.SCHEDULING;
import static nl.etalage.local.Ports.Role.SHOPS;
import static nl.etalage.local.Ports.Role.STAND_IN;
import static nl.etalage.local.Ports.Role.STAND_IN_MAIL;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.etalage.local.postgresql.PostgresCluster;
import nl.etalage.local.process.Executables;
import nl.etalage.local.process.Part;
import nl.etalage.local.process.Readiness;
import nl.etalage.local.screen.CannotStart;

/** Etalage's own processes: which there are, and how each is started and told where the others are. */
final class Parts {

    static final String STAND_IN_PLATFORM = "stand-in";
    static final String SHOPS_SERVICE = "shops-service";
    static final String CONTENT_SERVICE = "content-service";
    static final String SCHEDULING_SERVICE = "scheduling-service";
    static final String THE_GATEWAY = "gateway";
    static final String DEMO_DATA = "demo-data";

    /** In the order in which they are started; those that need an earlier one wait for it themselves. */
    static final List<String> NAMES =
            List.of(STAND_IN_PLATFORM, SHOPS_SERVICE, CONTENT_SERVICE, SCHEDULING_SERVICE, THE_GATEWAY);

    /** Has the fixed id of demo person {@code admin}, see {@code deploy/keycloak/README.md}. */
    private static final String FIRST_ADMIN = "00000000-0000-4000-8000-000000000001";

    private final StackOptions options;
    private final DataDirectory data;
    private final Secrets secrets;
    private final PostgresCluster cluster;

    Parts(StackOptions options, DataDirectory data, Secrets secrets, PostgresCluster cluster) {
        this.options = options;
        this.data = data;
        this.secrets = secrets;
        this.cluster = cluster;
    }

    Part part(String name) throws IOException {
        return switch (name) {
            case STAND_IN_PLATFORM -> standIn();
            case SHOPS_SERVICE -> service(name, SHOPS, "128m", shops());
            case CONTENT_SERVICE -> service(name, CONTENT, "160m", content());
            case SCHEDULING_SERVICE -> service(name, SCHEDULING, "128m", scheduling());
            case THE_GATEWAY -> service(name, GATEWAY, "112m", gateway());
            case DEMO_DATA -> demoData();
            default -> throw new IllegalArgumentException("no part is called " + name);
        };
    }

    private Map<String, String> shops() throws IOException {
        Map<String, String> settings = withDatabase("shops");
        settings.put("ETALAGE_BOOTSTRAP_ADMIN", options.issuer() + "|" + FIRST_ADMIN);
        settings.put("ETALAGE_NETWORK_NAME", "de Wereldwinkels");
        settings.put("ETALAGE_NETWORK_QUESTIONS", "redactie@etalage.example");
        settings.putAll(mail());
        settings.put(
                "ETALAGE_KEYCLOAK_ADMIN_URL",
                "http://localhost:" + options.ports().of(KEYCLOAK));
        settings.put("ETALAGE_KEYCLOAK_CLIENT_SECRET", secrets.password("integrations.client"));
        return settings;
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> settings = withDatabase("content");
        settings.put("ETALAGE_SERVICE_CLIENT_SECRET", secrets.password("content-service.client"));
        settings.put("ETALAGE_MEDIA_DIRECTORY", data.media().toString());
        return settings;
    }

    private Map<String, String> scheduling() throws IOException {
        Map<String, String> settings = withDatabase("scheduling");
        settings.put("ETALAGE_SERVICE_CLIENT_SECRET", secrets.password("scheduling-service.client"));
        settings.put("ETALAGE_CREDENTIALS_KEY", secrets.key("scheduling-service.credentials-key"));
        settings.put(
                "ETALAGE_PLATFORMS_ALLOWED_PRIVATE",
                "http://localhost:" + options.ports().of(STAND_IN));
        settings.putAll(mail());
        settings.put(
                "ETALAGE_SANDBOX_SERVERS", "http://localhost:" + options.ports().of(STAND_IN));
        return settings;
    }

    private Map<String, String> mail() {
        return Map.of(
                "ETALAGE_MAIL_HOST",
                "127.0.0.1",
                "ETALAGE_MAIL_PORT",
                Integer.toString(options.ports().of(STAND_IN_MAIL)),
                "ETALAGE_MAIL_FROM",
                "Etalage <etalage@etalage.example>",
                "ETALAGE_MAIL_START_TLS",
                "DISABLED");
    }

    private Map<String, String> gateway() throws IOException {
        Map<String, String> settings = common();
        settings.put("ETALAGE_CONSOLE_CLIENT_SECRET", secrets.password("console.client"));
        settings.put("ETALAGE_SESSION_SECRET", secrets.password("gateway.session"));
        settings.put("ETALAGE_ACCESS_LOG", data.logs().resolve("access.log").toString());
        settings.put("ETALAGE_SERVICE_CLIENT_SECRET", secrets.password("gateway.client"));
        return settings;
    }

    private Map<String, String> withDatabase(String service) throws IOException {
        Map<String, String> settings = common();
        settings.put("ETALAGE_DATABASE_URL", cluster.url(service));
        settings.put("ETALAGE_DATABASE_OWNER_PASSWORD", secrets.password(service + ".owner"));
        settings.put("ETALAGE_DATABASE_APPLICATION_PASSWORD", secrets.password(service + ".application"));
        settings.put("ETALAGE_DATABASE_WORKER_PASSWORD", secrets.password(service + ".worker"));
        return settings;
    }

    private Map<String, String> common() {
        return new HashMap<>(Map.of(
                "ETALAGE_ISSUER",
                options.issuer(),
                "ETALAGE_PUBLIC_URL",
                options.gateway(),
                "ETALAGE_SHOPS_URL",
                "http://127.0.0.1:" + options.ports().of(SHOPS),
                "ETALAGE_CONTENT_URL",
                "http://127.0.0.1:" + options.ports().of(CONTENT),
                "ETALAGE_SCHEDULING_URL",
                "http://127.0.0.1:" + options.ports().of(SCHEDULING),
                "ETALAGE_DEMO",
                "true"));
    }

    private Part service(String name, Ports.Role port, String heap, Map<String, String> settings) {
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(options.ports().of(port)));
        // We ask for health several times a second until it is there; each "not yet" would be a line.
        settings.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "WARN");
        Path jar = options.root().resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        // More than readiness: the alarms too, such as a feed not yet heard, which would refuse the first people.
        URI health = URI.create(
                "http://127.0.0.1:%d/q/health".formatted(options.ports().of(port)));
        return java(name, jar, heap, settings, Readiness.of(health));
    }

    private Part standIn() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "STAND_IN_PORT", Integer.toString(options.ports().of(STAND_IN)),
                "STAND_IN_SMTP_PORT", Integer.toString(options.ports().of(STAND_IN_MAIL)),
                "STAND_IN_DATA", data.standIn().toString()));
        Path jar = options.root().resolve("deploy/stand-in/target/stand-in-runnable.jar");
        URI health = URI.create(
                "http://127.0.0.1:%d/health".formatted(options.ports().of(STAND_IN)));
        return java(STAND_IN_PLATFORM, jar, "128m", settings, Readiness.of(health));
    }

    private Part demoData() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "ETALAGE_GATEWAY", options.gateway(),
                "ETALAGE_ISSUER", options.issuer(),
                "ETALAGE_STAND_IN", options.standIn()));
        Path jar = options.root().resolve("deploy/demo-data/target/demo-data-runnable.jar");
        return java(DEMO_DATA, jar, "192m", settings, Readiness.atOnce());
    }

    private Part java(String name, Path jar, String heap, Map<String, String> settings, Readiness readiness) {
        if (!Files.exists(jar)) {
            throw new CannotStart(
                    "%s isn't built (%s is missing): build it with mvn -Dquick package.".formatted(name, jar));
        }
        settings.putIfAbsent("MALLOC_ARENA_MAX", "2");
        settings.putAll(options.environmentOf(name));
        List<String> command = new ArrayList<>(List.of(
                Executables.java(),
                // Small and quick to start: all of Etalage has to fit beside a volunteer's browser.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xms48m",
                "-Xmx" + heap,
                "-Xss512k",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=64m",
                // What pictures took goes back to the machine.
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:MaxDirectMemorySize=48m",
                "-Djdk.nio.maxCachedBufferSize=65536",
                "-Dfile.encoding=UTF-8",
                "-jar",
                jar.toString()));
        return new Part(name, command, settings, readiness, Part.StopSignal.TERMINATE);
    }
}
