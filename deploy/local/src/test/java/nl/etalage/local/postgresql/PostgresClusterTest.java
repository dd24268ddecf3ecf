package nl.etalage.local.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.etalage.local.Ports;
import nl.etalage.local.process.ProcessRunner;
import nl.etalage.local.process.ProcessTable;
import nl.etalage.local.program.Programs;
import nl.etalage.local.screen.CannotStart;
import nl.etalage.local.screen.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresClusterTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ServiceDatabases.Passwords SHOPS =
            new ServiceDatabases.Passwords("owner1", "application1", "worker1");

    @TempDir
    static Path directory;

    private ProcessRunner runner;
    private PostgresCluster cluster;
    private ServiceDatabases databases;

    @BeforeAll
    void start() throws IOException {
        // Where ./deploy/up unpacks it too, so that it is done once for all.
        PostgresProgram program =
                new PostgresProgram(new Programs(Path.of("target/programs").toAbsolutePath()));
        program.prepare(Progress.SILENT);
        runner = new ProcessRunner(new ProcessTable(directory.resolve("run")), directory.resolve("logs"), directory);
        cluster = new PostgresCluster(
                program, directory.resolve("postgresql"), Ports.free().of(Ports.Role.POSTGRESQL), "superuser1");
        databases = new ServiceDatabases(cluster);
        cluster.create(runner);
        startServer();
        databases.ensure("shops", SHOPS);
        databases.ensure("content", new ServiceDatabases.Passwords("owner2", "application2", "worker2"));
    }

    @AfterAll
    void stop() throws IOException {
        runner.stop(PostgresCluster.NAME, cluster.part().stop());
    }

    @Test
    void aServiceReachesItsDatabaseByEachOfItsRoles() throws SQLException {
        assertEquals("shops_owner", one("shops", "shops_owner", "owner1", "SELECT current_user"));
        assertEquals("shops_application", one("shops", "shops_application", "application1", "SELECT current_user"));
        assertEquals("shops_worker", one("shops", "shops_worker", "worker1", "SELECT current_user"));
    }

    @Test
    void aServiceDoesNotReachAnothersDatabase() {
        SQLException refused =
                assertThrows(SQLException.class, () -> one("content", "shops_application", "application1", "SELECT 1"));

        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void withoutThePasswordNobodyGetsIn() {
        SQLException refused = assertThrows(SQLException.class, () -> one("shops", "shops_owner", "guess", "SELECT 1"));

        assertEquals("28P01", refused.getSQLState());
    }

    @Test
    void onlyTheWorkerSeesPastRowSecurityAndNoRoleIsASuperuser() throws SQLException {
        assertEquals(
                "shops_worker",
                one(
                        "shops",
                        "shops_owner",
                        "owner1",
                        "SELECT string_agg(rolname, ',') FROM pg_roles WHERE rolname LIKE 'shops%' AND rolbypassrls"));
        assertEquals(
                "0",
                one(
                        "shops",
                        "shops_owner",
                        "owner1",
                        "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'shops%' AND rolsuper"));
    }

    @Test
    void aDatabaseThatIsThereIsLeftAsItIs() throws SQLException {
        one("content", "content_owner", "owner2", "CREATE TABLE kept AS SELECT 7 AS value; SELECT 1");

        databases.ensure("content", new ServiceDatabases.Passwords("other", "other", "other"));

        assertEquals("7", one("content", "content_owner", "owner2", "SELECT value FROM kept"));
    }

    @Test
    void aFirstStartThatWasCutShortBetweenRolesAndDatabaseIsFinished() throws SQLException {
        try (Connection connection = cluster.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE scheduling_owner LOGIN PASSWORD 'owner3'");
        }

        databases.ensure("scheduling", new ServiceDatabases.Passwords("owner3", "application3", "worker3"));

        assertEquals("scheduling", one("scheduling", "scheduling_worker", "worker3", "SELECT current_database()"));
    }

    @Test
    void keycloakGetsAnEmptyDatabaseUntilItsRealmIsIn() throws SQLException {
        assertEquals(Optional.empty(), databases.ensureKeycloak("keycloak1"));
        one("keycloak", "keycloak", "keycloak1", "CREATE TABLE half_imported (id int); SELECT 1");

        assertEquals(Optional.empty(), databases.ensureKeycloak("keycloak1"));
        assertEquals(
                "0",
                one(
                        "keycloak",
                        "keycloak",
                        "keycloak1",
                        "SELECT count(*) FROM pg_tables WHERE tablename = 'half_imported'"));
        one("keycloak", "keycloak", "keycloak1", "CREATE TABLE imported (id int); SELECT 1");
        databases.keepRealm("realm 0123");

        assertEquals(Optional.of("realm 0123"), databases.ensureKeycloak("keycloak1"));
        assertEquals(
                "1",
                one(
                        "keycloak",
                        "keycloak",
                        "keycloak1",
                        "SELECT count(*) FROM pg_tables WHERE tablename = 'imported'"));
    }

    @Test
    void aKilledServerWhoseIdAnotherProcessHasStartsAgainWithItsData() throws IOException, SQLException {
        one("shops", "shops_owner", "owner1", "CREATE TABLE survives AS SELECT 1 AS value; SELECT 1");
        runner.kill(PostgresCluster.NAME);
        Path pidFile = directory.resolve("postgresql/postmaster.pid");
        String left = Files.readString(pidFile);
        String recycled = ProcessHandle.current().pid() + left.substring(left.indexOf('\n'));
        Files.writeString(pidFile, recycled);

        startServer();

        assertEquals("1", one("shops", "shops_owner", "owner1", "SELECT value FROM survives"));
    }

    @Test
    void aClusterOfAnotherMajorVersionIsNotTouched() throws IOException {
        Path version = directory.resolve("postgresql/PG_VERSION");
        String real = Files.readString(version);
        Files.writeString(version, "9\n");
        try {
            CannotStart refused = assertThrows(CannotStart.class, cluster::clearUp);

            assertTrue(refused.getMessage().startsWith("The data was made by PostgreSQL 9, this is 18"));
        } finally {
            Files.writeString(version, real);
        }
    }

    @Test
    void asRootPostgresqlStepsAsideInOneOfTwoWays() throws IOException {
        assumeTrue(PostgresUser.onThisMachine() != PostgresUser.SAME, "not root");

        assertTrue(PostgresUser.NAMESPACE.isPossible() || PostgresUser.NOBODY.isPossible());
        assertFalse(PostgresUser.SAME.isPossible());
    }

    private void startServer() throws IOException {
        cluster.clearUp();
        runner.start(cluster.part());
        runner.awaitReady(List.of(cluster.part()), PATIENCE, Progress.SILENT);
    }

    /** The last result's first value. */
    private String one(String database, String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(cluster.url(database), user, password);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
