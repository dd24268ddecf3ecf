package nl.etalage.local.postgresql;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.etalage.local.process.Part;
import nl.etalage.local.process.ProcessIdentity;
import nl.etalage.local.process.ProcessRunner;
import nl.etalage.local.process.Readiness;
import nl.etalage.local.program.Trees;
import nl.etalage.local.screen.CannotStart;

/** The one PostgreSQL server of a stack, with its data in a directory of the stack. */
public final class PostgresCluster {

    public static final String NAME = "postgresql";

    private static final String SUPERUSER = "postgres";
    /**
     * Beyond every process id. A killed server leaves its id behind; when another program has that id by now, or its
     * own remains were never reaped, PostgreSQL takes it for a running server and refuses. It still looks whether
     * anyone uses the shared memory named on the file's other lines.
     */
    private static final String NOBODYS_PROCESS = "2147483646";

    private static final Duration INITDB_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final String SETTINGS =
            """

            # Set by the local start
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            # Three services and Keycloak with full pools, and room to look around by hand.
            max_connections = 150
            # A small machine's share: the log of changes stays under a quarter of a gigabyte.
            max_wal_size = '256MB'
            """;

    private final PostgresProgram program;
    private final Path data;
    private final int port;
    private final String password;
    private final PostgresUser user;

    public PostgresCluster(PostgresProgram program, Path data, int port, String password) throws IOException {
        this.program = program;
        this.data = data;
        this.port = port;
        this.password = password;
        this.user = PostgresUser.onThisMachine();
    }

    /** Fails when there is one that this user may not even look into. */
    public boolean exists() throws AccessDeniedException {
        if (Files.exists(data) && !Files.isReadable(data)) {
            throw new AccessDeniedException(data.toString());
        }
        return Files.exists(data.resolve("PG_VERSION"));
    }

    /** Makes an empty cluster. */
    public void create(ProcessRunner runner) throws IOException {
        Trees.make(data, directory -> {
            Path passwordFile = directory.resolveSibling("password.new");
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(passwordFile, password);
                user.takeOver(passwordFile);
                user.takeOver(directory);
                runner.runToEnd(initdb(directory, passwordFile), INITDB_PATIENCE);
            } finally {
                Files.deleteIfExists(passwordFile);
            }
            Files.writeString(directory.resolve("postgresql.conf"), SETTINGS, StandardOpenOption.APPEND);
        });
    }

    private Part initdb(Path directory, Path passwordFile) {
        List<String> command = List.of(
                program.executable("initdb").toString(),
                "--pgdata=" + directory,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C");
        return new Part(
                "postgresql-setup", user.wrap(command), Map.of(), Readiness.atOnce(), Part.StopSignal.TERMINATE);
    }

    /** The server as a process, ready once it takes a connection. */
    public Part part() {
        List<String> command =
                List.of(program.executable("postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port));
        return new Part(NAME, user.wrap(command), Map.of(), this::takesConnections, Part.StopSignal.INTERRUPT);
    }

    /** Puts right what a killed server or another PostgreSQL left, as far as nobody's data is at risk. */
    public void clearUp() throws IOException {
        String found = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!found.equals(program.majorVersion())) {
            throw new CannotStart("The data was made by PostgreSQL %s, this is %s: start anew with ./deploy/up --fresh."
                    .formatted(found, program.majorVersion()));
        }
        user.takeOver(data);
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
            Optional<ProcessIdentity> server = lines.stream()
                    .findFirst()
                    .filter(line -> line.matches("\\d{1,18}"))
                    .flatMap(line -> ProcessIdentity.ofRunning(Long.parseLong(line)))
                    .filter(this::isOurs);
            if (server.isPresent()) {
                stop(server.get());
            } else if (!lines.isEmpty()) {
                lines.set(0, NOBODYS_PROCESS);
                Files.write(pidFile, lines);
            }
        }
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, password);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static void stop(ProcessIdentity server) throws IOException {
        server.interrupt();
        if (!server.awaitEnd(STOP_PATIENCE)) {
            throw new CannotStart("PostgreSQL of an earlier start (process %d) does not end: end it, then start again."
                    .formatted(server.pid()));
        }
    }

    private boolean isOurs(ProcessIdentity process) {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().commandLine())
                .filter(line -> line.contains(data.toString()))
                .isPresent();
    }

    private boolean takesConnections() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
