package nl.etalage.local.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.etalage.local.screen.CannotStart;

/** The databases inside a cluster: one for each service, made by {@code service-database.sql}, and Keycloak's. */
public final class ServiceDatabases {

    private static final String KEYCLOAK = "keycloak";

    /** PostgreSQL's codes for a role and a database that are there already, after a first start that was cut short. */
    private static final Set<String> ALREADY_THERE = Set.of("42710", "42P04");

    private final PostgresCluster cluster;

    public ServiceDatabases(PostgresCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * The passwords of one service's three roles.
     *
     * @param owner of the role that migrates
     * @param application of the role that serves requests
     * @param worker of the role that does background work
     */
    public record Passwords(String owner, String application, String worker) {}

    /** Makes the service's database and roles, as far as they are missing. */
    public void ensure(String service, Passwords passwords) {
        inside(connection -> {
            if (!isComplete(connection, service)) {
                runScript(connection, service, passwords);
            }
        });
    }

    /**
     * Makes Keycloak's database, empty unless its realm came in whole.
     *
     * @return what {@link #keepRealm} noted, or empty when a realm has yet to be imported
     */
    public Optional<String> ensureKeycloak(String password) {
        Optional<String> realm = realm();
        if (realm.isEmpty()) {
            inside(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("DROP DATABASE IF EXISTS keycloak WITH (FORCE)");
                    statement.execute("DROP ROLE IF EXISTS keycloak");
                    // Hexadecimal by origin; a utility statement takes no parameters.
                    statement.execute("CREATE ROLE keycloak LOGIN PASSWORD '%s'".formatted(literal(password)));
                    statement.execute("CREATE DATABASE keycloak OWNER keycloak");
                }
            });
        }
        return realm;
    }

    /** Notes beside Keycloak's database that its realm is in; {@code realm} tells which. */
    public void keepRealm(String realm) {
        inside(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("COMMENT ON DATABASE keycloak IS '%s'".formatted(literal(realm)));
            }
        });
    }

    private Optional<String> realm() {
        String[] comment = new String[1];
        inside(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = ?")) {
                query.setString(1, KEYCLOAK);
                try (ResultSet rows = query.executeQuery()) {
                    comment[0] = rows.next() ? rows.getString(1) : null;
                }
            }
        });
        return Optional.ofNullable(comment[0]);
    }

    /** The script grants last, so a database with its grants has everything before it too. */
    private static boolean isComplete(Connection connection, String service) throws SQLException {
        String sql =
                """
                SELECT 1 FROM pg_database d, aclexplode(d.datacl) granted
                JOIN pg_roles r ON r.oid = granted.grantee
                WHERE d.datname = ? AND r.rolname = ?
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, service);
            query.setString(2, service + "_worker");
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void runScript(Connection connection, String service, Passwords passwords) throws SQLException {
        Map<String, String> values = Map.of(
                "service", service,
                "owner_password", passwords.owner(),
                "application_password", passwords.application(),
                "worker_password", passwords.worker());
        for (String line : statements()) {
            String sql = line;
            for (Map.Entry<String, String> value : values.entrySet()) {
                sql = sql.replace("${" + value.getKey() + "}", literal(value.getValue()));
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                if (!ALREADY_THERE.contains(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    private static List<String> statements() {
        try (InputStream in = ServiceDatabases.class.getResourceAsStream("service-database.sql")) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(script.split(";", -1))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String literal(String value) {
        if (!value.matches("[A-Za-z0-9 :_-]+")) {
            throw new IllegalArgumentException("not a plain word: " + value.length() + " characters");
        }
        return value;
    }

    private void inside(Work work) {
        try (Connection connection = cluster.connect("postgres")) {
            work.run(connection);
        } catch (SQLException e) {
            throw new CannotStart("PostgreSQL refused to set up its databases: " + e.getMessage() + ".", e);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(Connection connection) throws SQLException;
    }
}
