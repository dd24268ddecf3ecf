package nl.etalage.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real PostgreSQL with one service's database and roles, made by the same script as in production. Its session time
 * zone is Pacific/Chatham, so that a time that loses its zone somewhere comes out wrong in every test.
 *
 * <p>Argument {@code service}: name of the database.
 */
public final class ServicePostgres implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "test";

    private String service;
    private EmbeddedPostgres postgres;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
    }

    @Override
    public Map<String, String> start() {
        postgres = cluster();
        createServiceDatabase(postgres, service);
        return Map.of(
                "etalage.database.url", postgres.getJdbcUrl("postgres", service).replaceAll("\\?.*", ""),
                "etalage.database.owner-password", PASSWORD,
                "etalage.database.application-password", PASSWORD,
                "etalage.database.worker-password", PASSWORD);
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A fresh, empty cluster; the caller closes it. */
    public static EmbeddedPostgres cluster() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("timezone", "Pacific/Chatham")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Creates a service's database and its roles, all with password {@code test}. */
    public static void createServiceDatabase(EmbeddedPostgres cluster, String service) {
        String script = script().replace("${service}", service)
                .replace("${owner_password}", PASSWORD)
                .replace("${application_password}", PASSWORD)
                .replace("${worker_password}", PASSWORD);
        String statements =
                script.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        try (Connection connection = cluster.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : Stream.of(statements.split(";"))
                    .map(String::strip)
                    .filter(sql -> !sql.isEmpty())
                    .toList()) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The database of " + service + " could not be created", failure);
        }
    }

    private static String script() {
        try (InputStream script = ServicePostgres.class.getResourceAsStream("service-database.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
