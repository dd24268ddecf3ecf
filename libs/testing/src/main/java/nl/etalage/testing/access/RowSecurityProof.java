package nl.etalage.testing.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * What holds under a service's queries, read from PostgreSQL's own catalogue and tried through the service's own pool as
 * the application role.
 */
public final class RowSecurityProof {

    private static final int THREADS = 24;
    private static final int TRANSACTIONS = 600;

    private static final String WITH_A_SHOP =
            """
            SELECT c.relname FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'shop' AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND %s
              (c.relrowsecurity AND c.relforcerowsecurity
               AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))
            ORDER BY 1""";
    private static final String READABLE = " has_table_privilege(c.oid, 'SELECT') AND ";

    private static final String WAYS_AROUND =
            """
            SELECT 'is a superuser' FROM pg_roles WHERE rolname = current_user AND rolsuper
            UNION SELECT 'has BYPASSRLS' FROM pg_roles WHERE rolname = current_user AND rolbypassrls
            UNION SELECT 'owns ' || c.relname FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND pg_has_role(current_user, c.relowner, 'MEMBER')
            UNION SELECT 'may become ' || r.rolname FROM pg_roles r
                WHERE r.rolname <> current_user AND (r.rolbypassrls OR r.rolsuper)
                  AND pg_has_role(current_user, r.oid, 'MEMBER')""";

    private final DataSource application;

    /**
     * A proof about one service.
     *
     * @param application the service's own pool, as the application role
     */
    public RowSecurityProof(DataSource application) {
        this.application = application;
    }

    /** Tables with a column {@code shop} and without a policy that binds their owner too. */
    public Set<String> unguarded() throws SQLException {
        return query(WITH_A_SHOP.formatted("NOT "));
    }

    /** What would let the application past the policies. */
    public Set<String> waysAround() throws SQLException {
        return query(WAYS_AROUND);
    }

    /** What the application may do with a table, such as {@code INSERT}. */
    public Set<String> privileges(String table) throws SQLException {
        return query(
                """
                SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
                WHERE has_table_privilege('%s', p)"""
                        .formatted(table));
    }

    /**
     * Reads every guarded table without a filter, in many transactions at once that enter one shop, both or none, and
     * end in a commit, a rollback or an error.
     *
     * @param shops two shops that have rows
     * @param open how a row is recognised that every shop may see, in SQL
     * @return what was seen by who should not have; empty when nothing leaks
     */
    public List<String> leaks(List<String> shops, String open) throws SQLException {
        Set<String> tables = query(WITH_A_SHOP.formatted(READABLE));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<String>>> transactions = new ArrayList<>();
            for (int number = 0; number < TRANSACTIONS; number++) {
                int seed = number;
                transactions.add(threads.submit(() -> leaksIn(tables, shops, open, seed)));
            }
            List<String> leaks = new ArrayList<>();
            for (Future<List<String>> transaction : transactions) {
                leaks.addAll(transaction.get());
            }
            return leaks;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> leaksIn(Set<String> tables, List<String> shops, String open, int seed) throws SQLException {
        Random random = new Random(seed);
        int entering = random.nextInt(4);
        Set<String> entered =
                new TreeSet<>(entering == 3 ? List.of() : entering == 2 ? shops : List.of(shops.get(entering)));
        List<String> leaks = new ArrayList<>();
        try (Connection connection = application.getConnection()) {
            connection.setAutoCommit(false);
            if (!entered.isEmpty()) {
                enter(connection, String.join(",", entered));
            }
            for (String table : tables) {
                Set<String> seen = new TreeSet<>(query(
                        connection,
                        "SELECT DISTINCT coalesce(shop, '(network)') FROM %s WHERE NOT (%s)".formatted(table, open)));
                seen.removeAll(entered);
                seen.forEach(shop -> leaks.add("%s of %s seen by who entered %s".formatted(table, shop, entered)));
            }
            end(connection, random.nextInt(3));
            connection.setAutoCommit(true);
        }
        return leaks;
    }

    private static void enter(Connection connection, String shops) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SELECT set_config('app.shop', ?, true)")) {
            set.setString(1, shops);
            set.execute();
        }
    }

    /** However it ends, the next to borrow this connection must find nothing of it. */
    private static void end(Connection connection, int way) throws SQLException {
        if (way == 0) {
            connection.commit();
            return;
        }
        if (way == 1) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1 / 0");
            } catch (SQLException expected) {
                // Division by zero, so that the transaction is one that failed.
                if (!"22012".equals(expected.getSQLState())) {
                    throw expected;
                }
            }
        }
        connection.rollback();
    }

    private Set<String> query(String sql) throws SQLException {
        try (Connection connection = application.getConnection()) {
            return query(connection, sql);
        }
    }

    private static Set<String> query(Connection connection, String sql) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
