package nl.etalage.eventfeed;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Many writers at a time: of their transactions some are slow, some roll back and some lose their connection. Each adds
 * a row to {@code fact} and tells of it in an event, so {@code fact} is the truth about which events there are.
 */
@Dependent
class UnrulyWriters {

    static final int SUBJECTS = 5;

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 150;

    private final EventFeed feeds;
    private final AgroalDataSource application;
    private final AgroalDataSource worker;
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final AtomicInteger rolledBack = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();

    UnrulyWriters(EventFeed feeds, AgroalDataSource application, @DataSource("worker") AgroalDataSource worker) {
        this.feeds = feeds;
        this.application = application;
        this.worker = worker;
    }

    int rolledBack() {
        return rolledBack.get();
    }

    int killed() {
        return killed.get();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Adds one fact and its event in one transaction, and does what fate wants just before the commit. */
    interface Append {
        void append(String subject, Fate fate) throws SQLException;
    }

    enum Fate {
        COMMIT,
        SLOW,
        ROLL_BACK,
        DIE;

        static Fate draw() {
            int chance = ThreadLocalRandom.current().nextInt(100);
            return chance < 10 ? ROLL_BACK : chance < 14 ? DIE : chance < 40 ? SLOW : COMMIT;
        }
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Runs all writers, each in the style of its number, until the last has finished. */
    void write(LongFunction<Append> style) {
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(number -> CompletableFuture.runAsync(() -> write(style.apply(number)), threads))
                .toList();
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new))
                .orTimeout(120, TimeUnit.SECONDS)
                .join();
    }

    private void write(Append writer) {
        for (int n = 0; n < TRANSACTIONS; n++) {
            Fate fate = Fate.draw();
            try {
                writer.append("subject/" + ThreadLocalRandom.current().nextInt(SUBJECTS), fate);
            } catch (RolledBack wanted) {
                rolledBack.incrementAndGet();
            } catch (SQLException | RuntimeException connectionLost) {
                killed.incrementAndGet();
            }
        }
    }

    void appendByJdbc(String feed, String subject, Fate fate) throws SQLException {
        inJdbcTransaction(connection -> {
            long sequence = addFact(connection, subject);
            feeds.append(connection, feed, List.of(event(subject, sequence)));
            meet(fate, connection);
        });
    }

    void appendByJta(String feed, String subject, Fate fate) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = application.getConnection()) {
                long sequence = addFact(connection, subject);
                feeds.append(feed, event(subject, sequence));
                meet(fate, connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void appendBare(String subject, Fate fate) throws SQLException {
        inJdbcTransaction(connection -> {
            long sequence = addFact(connection, subject);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO bare_event (subject, sequence) VALUES (?, ?)")) {
                insert.setString(1, subject);
                insert.setLong(2, sequence);
                insert.executeUpdate();
            }
            meet(fate, connection);
        });
    }

    private interface Work {
        void in(Connection connection) throws SQLException;
    }

    private void inJdbcTransaction(Work work) throws SQLException {
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.in(connection);
                connection.commit();
            } catch (RolledBack wanted) {
                connection.rollback();
                throw wanted;
            }
        }
    }

    private static long addFact(Connection connection, String subject) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(
                        "UPDATE subject SET sequence = sequence + 1 WHERE name = ? RETURNING sequence");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO fact VALUES (?, ?)")) {
            next.setString(1, subject);
            long sequence;
            try (ResultSet row = next.executeQuery()) {
                row.next();
                sequence = row.getLong(1);
            }
            insert.setString(1, subject);
            insert.setLong(2, sequence);
            insert.executeUpdate();
            return sequence;
        }
    }

    private static void meet(Fate fate, Connection connection) throws SQLException {
        switch (fate) {
            case COMMIT -> {}
            case SLOW ->
                execute(
                        connection,
                        "SELECT pg_sleep(" + ThreadLocalRandom.current().nextInt(1, 15) / 1000.0 + ")");
            case ROLL_BACK -> throw new RolledBack();
            case DIE -> execute(connection, "SELECT pg_terminate_backend(pg_backend_pid())");
        }
    }

    private static NewEvent event(String subject, long sequence) {
        return new NewEvent("subject.changed", subject, Map.of("sequence", sequence));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
