package nl.etalage.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.etalage.local.Ports.Role;
import nl.etalage.local.keycloak.Keycloak;
import nl.etalage.local.keycloak.KeycloakProgram;
import nl.etalage.local.keycloak.KeycloakSettings;
import nl.etalage.local.postgresql.PostgresCluster;
import nl.etalage.local.postgresql.PostgresProgram;
import nl.etalage.local.postgresql.ServiceDatabases;
import nl.etalage.local.process.Part;
import nl.etalage.local.process.ProcessRunner;
import nl.etalage.local.program.DiskSpace;
import nl.etalage.local.program.Programs;
import nl.etalage.local.screen.CannotStart;
import nl.etalage.local.screen.Progress;

/**
 * All of Etalage on this machine: PostgreSQL, Keycloak, the services, the gateway and the stand-in platform, each a
 * process of its own.
 *
 * <pre>{@code
 * try (Stack stack = new Stack(StackOptions.in(root).data(directory).ports(Ports.free()).withoutDemoData())) {
 *     stack.start();
 *     stack.kill("scheduling-service");
 *     stack.start("scheduling-service");
 * }
 * }</pre>
 */
public final class Stack implements AutoCloseable {

    private static final List<String> SERVICES = List.of("shops", "content", "scheduling");
    private static final Duration DEMO_DATA_PATIENCE = Duration.ofMinutes(10);
    private static final long DATA_MEBIBYTES = 300;

    private final StackOptions options;
    private final DataDirectory data;
    private final RunDirectory run;
    private final Progress progress;
    private final ProcessRunner runner;
    private final Thread atExit = new Thread(this::stopAtExit, "stop");

    private volatile boolean exiting;
    private PostgresCluster cluster;
    private Secrets secrets;

    public Stack(StackOptions options) {
        this.options = options;
        this.data = new DataDirectory(options.data());
        this.run = new RunDirectory(options.run());
        this.progress = options.progress();
        this.runner = new ProcessRunner(run.processes(), data.logs(), options.data());
    }

    /**
     * Starts everything and returns when all of it is ready and the demo data is in.
     *
     * @throws CannotStart with the reason as one sentence, after everything was stopped again
     */
    public void start() {
        boolean started = false;
        run.take();
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
            startAll();
            started = true;
        } catch (IOException e) {
            throw CannotStart.because(e);
        } finally {
            if (!started) {
                stopUnlessExiting();
            }
        }
    }

    /** Starts one part of a running stack again, such as {@code scheduling-service}, and returns when it is ready. */
    public void start(String name) {
        try {
            prepare();
            if (run.processes().running(name).isPresent()) {
                throw new CannotStart("%s runs already.".formatted(name));
            }
            Part part = part(name);
            runner.start(part);
            runner.awaitReady(List.of(part), options.patience(), progress);
        } catch (IOException e) {
            throw CannotStart.because(e);
        }
    }

    /** Ends one part at once, as a crash or {@code kill -9} would. */
    public void kill(String name) {
        try {
            runner.kill(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what runs, each after those that need it. Does nothing when nothing runs. */
    public void stop() {
        runner.close();
        try {
            run.stopAll(runner);
            run.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forgetExit();
    }

    @Override
    public void close() {
        stop();
    }

    /** Lets everything run on when this program ends; {@code ./deploy/down} stops it. */
    public void leaveRunning() {
        forgetExit();
        try {
            run.leave();
        } catch (IOException e) {
            throw CannotStart.because(e);
        }
    }

    public boolean isRunning(String name) {
        return run.processes().running(name).isPresent();
    }

    /** True once this program is being ended, by Ctrl-C or otherwise, and everything is being stopped for that. */
    public boolean isExiting() {
        return exiting;
    }

    /** Names of everything that a whole stack runs. */
    public List<String> names() {
        return Stream.concat(Stream.of(PostgresCluster.NAME, Keycloak.NAME), options.parts().stream())
                .toList();
    }

    public StackOptions options() {
        return options;
    }

    public Path log(String name) {
        return runner.log(name).path();
    }

    private void startAll() throws IOException {
        run.clearUp(runner, progress);
        run.describe(options);
        if (options.isFresh()) {
            progress.step("Throwing away the old data", data::empty);
        }
        data.finishEmptying();
        options.ports().requireFree();
        DiskSpace.require(data.path(), DATA_MEBIBYTES, "Etalage");
        prepare();
        preparePrograms();
        startPostgresql();
        ServiceDatabases databases = new ServiceDatabases(cluster);
        boolean importRealm = makeDatabases(databases);
        startTheRest(importRealm);
        if (importRealm) {
            databases.keepRealm(Keycloak.realmFingerprint());
        }
        bringInDemoData();
    }

    private void prepare() throws IOException {
        if (secrets == null) {
            Files.createDirectories(data.path());
            boolean lost = Files.exists(data.postgresql()) && !Files.exists(data.secrets());
            if (lost) {
                throw new CannotStart(
                        "%s is gone, and without it the data cannot be opened: put it back, or start anew with ./deploy/up --fresh."
                                .formatted(data.secrets()));
            }
            secrets = Secrets.in(data.secrets());
            cluster = new PostgresCluster(
                    new PostgresProgram(programs()),
                    data.postgresql(),
                    options.ports().of(Role.POSTGRESQL),
                    secrets.password("postgresql.superuser"));
        }
    }

    private void preparePrograms() throws IOException {
        new PostgresProgram(programs()).prepare(progress);
        new KeycloakProgram(programs(), archives()).prepare(runner, progress);
    }

    private void startPostgresql() throws IOException {
        if (!cluster.exists()) {
            progress.step("Making an empty database cluster", () -> cluster.create(runner));
        }
        cluster.clearUp();
        Part part = cluster.part();
        progress.step("Starting PostgreSQL", () -> {
            runner.log(part.name()).startAnew();
            runner.start(part);
            runner.awaitReady(List.of(part), options.patience(), Progress.SILENT);
        });
    }

    /** True when Keycloak's database is empty, so that the realm has to be imported. */
    private boolean makeDatabases(ServiceDatabases databases) throws IOException {
        for (String service : SERVICES) {
            databases.ensure(
                    service,
                    new ServiceDatabases.Passwords(
                            secrets.password(service + ".owner"),
                            secrets.password(service + ".application"),
                            secrets.password(service + ".worker")));
        }
        Optional<String> realm = databases.ensureKeycloak(secrets.password("keycloak.database"));
        String current = Keycloak.realmFingerprint();
        if (realm.isPresent() && !realm.get().equals(current)) {
            progress.say("  deploy/keycloak changed since this data was made; ./deploy/up --fresh takes that over.");
        }
        return realm.isEmpty();
    }

    private void startTheRest(boolean importRealm) throws IOException {
        List<Part> parts = new ArrayList<>(List.of(keycloak().part(importRealm)));
        for (String name : options.parts()) {
            parts.add(part(name));
        }
        progress.say("  Starting together, ready after:");
        for (Part part : parts) {
            runner.log(part.name()).startAnew();
            runner.start(part);
        }
        runner.awaitReady(parts, options.patience(), progress);
    }

    private void bringInDemoData() throws IOException {
        if (options.demoData() && !Files.exists(data.demoDataMarker())) {
            Part client = part(Parts.DEMO_DATA);
            progress.step("Bringing in the demo shops and stories", () -> runner.runToEnd(client, DEMO_DATA_PATIENCE));
            Files.createFile(data.demoDataMarker());
        }
    }

    private Part part(String name) throws IOException {
        return switch (name) {
            case PostgresCluster.NAME -> cluster.part();
            case Keycloak.NAME -> keycloak().part(false);
            default -> new Parts(options, data, secrets, cluster).part(name);
        };
    }

    private Keycloak keycloak() throws IOException {
        Map<String, String> realm = Map.of(
                "ETALAGE_PUBLIC_URL", options.gateway(),
                "ETALAGE_CONSOLE_SECRET", secrets.password("console.client"),
                "ETALAGE_CONTENT_SERVICE_SECRET", secrets.password("content-service.client"),
                "ETALAGE_SCHEDULING_SERVICE_SECRET", secrets.password("scheduling-service.client"),
                "ETALAGE_SMTP_HOST", "127.0.0.1",
                "ETALAGE_SMTP_PORT", Integer.toString(options.ports().of(Role.STAND_IN_MAIL)),
                "ETALAGE_SMTP_STARTTLS", "false",
                "ETALAGE_SMTP_FROM", "etalage@etalage.example");
        KeycloakSettings settings = new KeycloakSettings(
                options.ports().of(Role.KEYCLOAK),
                options.ports().of(Role.KEYCLOAK_MANAGEMENT),
                cluster.url("keycloak"),
                secrets.password("keycloak.database"),
                secrets.password("keycloak.admin"),
                realm);
        return new Keycloak(new KeycloakProgram(programs(), archives()), data.keycloak(), settings);
    }

    private Programs programs() {
        return new Programs(options.root().resolve("deploy/local/target/programs"));
    }

    private Path archives() {
        return options.root().resolve("deploy/local/target/distribution");
    }

    private void stopAtExit() {
        exiting = true;
        runner.close();
        try {
            progress.say("");
            progress.step("Stopping", () -> run.stopAll(runner));
            run.release();
        } catch (IOException e) {
            progress.say(CannotStart.because(e).getMessage());
        }
    }

    /** When this program is being ended, the thread that does so stops everything, and this one only gets in its way. */
    private void stopUnlessExiting() {
        if (!exiting) {
            stop();
        }
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook is what runs.
        }
    }
}
