package nl.etalage.eventfeed;

import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.etalage.testing.SettableClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A service that uses the library: its tables come from the template in the jar, with the template's grants, so the
 * tests prove those too.
 */
@Singleton
class ExampleService {

    private static final int CONNECTIONS = 15;

    private static final AtomicInteger FEEDS = new AtomicInteger();

    private static final String OWN_TABLES =
            """
            CREATE TABLE item (name text PRIMARY KEY);
            CREATE TABLE subject (name text PRIMARY KEY, sequence bigint NOT NULL);
            CREATE TABLE fact (subject text NOT NULL, sequence bigint NOT NULL, PRIMARY KEY (subject, sequence));
            CREATE TABLE bare_event (id bigserial PRIMARY KEY, subject text NOT NULL, sequence bigint NOT NULL);
            CREATE TABLE copy (n bigserial, feed text NOT NULL, position bigint NOT NULL, subject text NOT NULL,
                               sequence bigint);
            GRANT SELECT, INSERT, UPDATE, DELETE ON item, subject, fact, bare_event, copy
                TO example_application, example_worker;
            GRANT USAGE ON SEQUENCE bare_event_id_seq, copy_n_seq TO example_application, example_worker;
            """;

    private final SettableClock clock = new SettableClock();
    private final String url;

    ExampleService(@ConfigProperty(name = "etalage.database.url") String url) {
        this.url = url;
    }

    void migrate(@Observes StartupEvent event) throws SQLException {
        try (Connection owner = DriverManager.getConnection(url, "example_owner", "test");
                Statement statement = owner.createStatement()) {
            statement.execute(template());
            statement.execute(OWN_TABLES);
        }
    }

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }

    SettableClock settableClock() {
        return clock;
    }

    /** A feed, or any other name, that no other test uses. */
    static String newName(String what) {
        return what + "-" + FEEDS.incrementAndGet();
    }

    Connection superuser() throws SQLException {
        return DriverManager.getConnection(url.replaceAll("/[^/]*$", "/postgres"), "postgres", "");
    }

    /** Runs as superuser in the service's database. */
    void asSuperuser(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    /** What a restart looks like from outside: all connections break, and new ones are refused until it is up. */
    void stopDatabase() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE example ALLOW_CONNECTIONS false");
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'example'");
        }
    }

    void startDatabase() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE example ALLOW_CONNECTIONS true");
        }
    }

    /** Uses many connections at once until all work, so that no broken one is left in the pool for the next test. */
    static void renewConnections(DataSource pool) {
        await().ignoreExceptions().until(() -> {
            List<Connection> connections = new ArrayList<>();
            try {
                for (int n = 0; n < CONNECTIONS; n++) {
                    connections.add(pool.getConnection());
                    connections.get(n).createStatement().execute("SELECT 1");
                }
            } finally {
                for (Connection connection : connections) {
                    connection.close();
                }
            }
            return true;
        });
    }

    private static String template() {
        try (InputStream sql = EventFeed.class.getResourceAsStream("/event-feed.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("-- GRANT", "GRANT")
                    .replace("<service>", "example");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
