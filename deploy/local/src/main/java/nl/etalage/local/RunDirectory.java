package nl.etalage.local;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import nl.etalage.local.Ports.Role;
import nl.etalage.local.keycloak.Keycloak;
import nl.etalage.local.postgresql.PostgresCluster;
import nl.etalage.local.process.DirectoryLock;
import nl.etalage.local.process.Part.StopSignal;
import nl.etalage.local.process.ProcessIdentity;
import nl.etalage.local.process.ProcessRunner;
import nl.etalage.local.process.ProcessTable;
import nl.etalage.local.screen.CannotStart;
import nl.etalage.local.screen.Progress;

/** What runs now from one data directory: the lock of the launcher, and which processes it started. */
final class RunDirectory {

    /** The launcher, while it watches what it started or still starts it. */
    static final String LAUNCHER = "launcher";

    /** Each after those that need it; what isn't named here, such as a setup cut short, goes first. */
    private static final List<String> STOP_ORDER = List.of(
            Parts.DEMO_DATA,
            Parts.THE_GATEWAY,
            Parts.SCHEDULING_SERVICE,
            Parts.CONTENT_SERVICE,
            Parts.SHOPS_SERVICE,
            Parts.STAND_IN_PLATFORM,
            Keycloak.NAME,
            PostgresCluster.NAME);

    private static final Duration LAUNCHER_PATIENCE = Duration.ofMinutes(2);

    private final Path path;
    private final ProcessTable processes;
    private DirectoryLock lock;

    RunDirectory(Path path) {
        this.path = path;
        this.processes = new ProcessTable(path);
    }

    ProcessTable processes() {
        return processes;
    }

    /** Makes this the one launcher here; fails when something of ours runs that isn't merely left over. */
    void take() {
        try {
            lock = DirectoryLock.tryTake(path.resolve("lock")).orElseThrow(RunDirectory::alreadyRunning);
            if (Files.exists(detached()) && !processes.running().isEmpty()) {
                release();
                throw alreadyRunning();
            }
            processes.record(LAUNCHER, ProcessIdentity.ofThisProcess());
        } catch (IOException e) {
            throw CannotStart.because(e);
        }
    }

    /** Fails when something of ours runs, or is being started. */
    void requireNothingRunning() {
        try {
            if (Files.isDirectory(path)) {
                Optional<DirectoryLock> free = DirectoryLock.tryTake(path.resolve("lock"));
                free.orElseThrow(RunDirectory::alreadyRunning).close();
                if (Files.exists(detached()) && !processes.running().isEmpty()) {
                    throw alreadyRunning();
                }
            }
        } catch (IOException e) {
            throw CannotStart.because(e);
        }
    }

    /** Stops what a launcher that was killed left running. */
    void clearUp(ProcessRunner runner, Progress progress) throws IOException {
        Files.deleteIfExists(detached());
        if (processes.running().size() > 1) {
            progress.step("Stopping what an earlier start left running", () -> stopAll(runner));
        }
    }

    /** Writes down what another launcher needs to start a part again. */
    void describe(StackOptions options) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("data=").append(options.data()).append('\n');
        for (Role role : Role.values()) {
            text.append(role.name())
                    .append('=')
                    .append(options.ports().of(role))
                    .append('\n');
        }
        Files.writeString(path.resolve("stack.properties"), text);
    }

    /** The same options, with data directory and ports of the stack that runs here. */
    Optional<StackOptions> described(StackOptions options) throws IOException {
        Path description = path.resolve("stack.properties");
        if (!Files.exists(description)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(description)));
        Map<Role, Integer> ports = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            ports.put(role, Integer.parseInt(properties.getProperty(role.name())));
        }
        return Optional.of(options.ports(new Ports(ports)).dataOnly(Path.of(properties.getProperty("data"))));
    }

    /** From now on what runs here does so without a launcher. */
    void leave() throws IOException {
        Files.createFile(detached());
        processes.forget(LAUNCHER);
        release();
    }

    /** Stops everything but this launcher itself. */
    void stopAll(ProcessRunner runner) throws IOException {
        List<String> names = new ArrayList<>(processes.names());
        names.remove(LAUNCHER);
        names.removeAll(STOP_ORDER);
        names.addAll(STOP_ORDER);
        for (String name : names) {
            runner.stop(name, name.equals(PostgresCluster.NAME) ? StopSignal.INTERRUPT : StopSignal.TERMINATE);
        }
        Files.deleteIfExists(detached());
    }

    /** Asks a launcher in another process to stop all, and waits until it has. */
    void stopLauncher() throws IOException {
        Optional<ProcessIdentity> launcher = processes.running(LAUNCHER);
        if (launcher.isPresent()
                && !(launcher.get().terminate() && launcher.get().awaitEnd(LAUNCHER_PATIENCE))) {
            throw new CannotStart("The launcher (process %d) does not end; it probably belongs to another user."
                    .formatted(launcher.get().pid()));
        }
        processes.forget(LAUNCHER);
    }

    void release() throws IOException {
        if (lock != null) {
            if (!Files.exists(detached())) {
                processes.forget(LAUNCHER);
            }
            lock.close();
            lock = null;
        }
    }

    private Path detached() {
        return path.resolve("detached");
    }

    private static CannotStart alreadyRunning() {
        return new CannotStart("Etalage already runs from this directory: ./deploy/down stops it.");
    }
}
