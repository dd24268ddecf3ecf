package nl.etalage.rowsecurity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.etalage.testing.ServicePostgres;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "probe"))
class RowSecurityTest {

    @Inject
    RowSecurity rowSecurity;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "etalage.database.url")
    String url;

    @BeforeEach
    void makeTable() throws SQLException {
        try (Connection owner = DriverManager.getConnection(url, "probe_owner", "test");
                Statement statement = owner.createStatement()) {
            statement.execute(
                    """
                    DROP TABLE IF EXISTS note;
                    CREATE TABLE note (shop text NOT NULL);
                    INSERT INTO note VALUES ('zeist'), ('zeist'), ('utrecht'), ('zwolle');
                    ALTER TABLE note ENABLE ROW LEVEL SECURITY;
                    ALTER TABLE note FORCE ROW LEVEL SECURITY;
                    CREATE POLICY own_rows ON note USING (
                        current_setting('app.shop', true) = '*'
                        OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
                    GRANT SELECT, INSERT ON note TO probe_application;
                    """);
        }
    }

    /** The query that forgot its filter. */
    private int rows() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM note")) {
            count.next();
            return count.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int rowsFor(String... shops) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rowSecurity.enter(List.of(shops));
            return rows();
        });
    }

    @Test
    void aForgottenFilterStillShowsOnlyTheCallersRows() {
        assertEquals(2, rowsFor("zeist"));
        assertEquals(3, rowsFor("zeist", "utrecht"));
        assertEquals(0, rowsFor("nowhere"));
        assertEquals(0, rowsFor());
    }

    @Test
    void aTransactionThatNeverEntersSeesNothing() {
        assertEquals(0, QuarkusTransaction.requiringNew().call(this::rows));
    }

    @Test
    void whatIsMeantForAllSeesAll() {
        assertEquals(4, QuarkusTransaction.requiringNew().call(() -> {
            rowSecurity.enterAll();
            return rows();
        }));
    }

    @Test
    void nothingLeaksThroughThePoolUnderConcurrency() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> reads = new ArrayList<>();
            IntStream.range(0, 400)
                    .forEach(i -> reads.add(
                            switch (i % 3) {
                                case 0 -> () -> rowsFor("zeist") - 2;
                                case 1 -> () -> rowsFor("utrecht") - 1;
                                default ->
                                    () -> QuarkusTransaction.requiringNew().call(this::rows);
                            }));
            for (Future<Integer> difference : threads.invokeAll(reads, 60, TimeUnit.SECONDS)) {
                assertEquals(0, difference.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRowForAnotherShopCannotBeWritten() {
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    rowSecurity.enter(List.of("zeist"));
                    try (Connection connection = dataSource.getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute("INSERT INTO note VALUES ('utrecht')");
                    } catch (SQLException refused) {
                        throw new IllegalStateException(refused);
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeist,utrecht", "*", "", "a b", "'"})
    void aKeyThatCouldMeanMoreIsRefused(String key) {
        assertThrows(IllegalArgumentException.class, () -> rowsFor(key));
    }
}
