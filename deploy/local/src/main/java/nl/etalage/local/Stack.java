package nl.etalage.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.etalage.local.keycloak.Keycloak;
import nl.etalage.local.postgresql.PostgresCluster;
import nl.etalage.local.postgresql.ServiceDatabases;
import nl.etalage.local.process.Part;
import nl.etalage.local.process.ProcessRunner;
import nl.etalage.local.program.DiskSpace;
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
            if (run.processes().running(name).isPresent()) {
                throw new CannotStart("%s runs already.".formatted(name));
            }
            Part part = Blueprint.of(options).part(name);
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

    /**
     * The process of a part, for those who measure it.
     *
     * @throws IllegalStateException when it doesn't run
     */
    public long pid(String name) {
        return run.processes()
                .running(name)
                .orElseThrow(() -> new IllegalStateException(name + " doesn't run"))
                .pid();
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
        Blueprint blueprint = Blueprint.of(options);
        blueprint.postgresProgram().prepare(progress);
        blueprint.keycloakProgram().prepare(runner, progress);
        startPostgresql(blueprint.cluster());
        ServiceDatabases databases = new ServiceDatabases(blueprint.cluster());
        boolean importRealm = makeDatabases(databases, blueprint);
        startTheRest(blueprint, importRealm);
        if (importRealm) {
            databases.keepRealm(Keycloak.realmFingerprint());
        }
        bringInDemoData(blueprint);
    }

    private void startPostgresql(PostgresCluster cluster) throws IOException {
        if (!cluster.exists()) {
            progress.step("Making an empty database cluster", () -> cluster.create(runner));
        }
        cluster.clearUp();
        Part part = cluster.part();
        progress.step("Starting PostgreSQL", () -> startTogether(List.of(part), Progress.SILENT));
    }

    /** True when Keycloak's database is empty, so that the realm has to be imported. */
    private boolean makeDatabases(ServiceDatabases databases, Blueprint blueprint) throws IOException {
        for (String service : SERVICES) {
            databases.ensure(service, blueprint.passwords(service));
        }
        Optional<String> realm = databases.ensureKeycloak(blueprint.keycloakPassword());
        String current = Keycloak.realmFingerprint();
        if (realm.isPresent() && !realm.get().equals(current)) {
            progress.say("  deploy/keycloak changed since this data was made; ./deploy/up --fresh takes that over.");
        }
        return realm.isEmpty();
    }

    /**
     * Keycloak by itself first: a service that doesn't find it fills its log and may give up, and beside it on two
     * cores nothing would be ready sooner.
     */
    private void startTheRest(Blueprint blueprint, boolean importRealm) throws IOException {
        Part keycloak = blueprint.keycloak().part(importRealm);
        List<Part> parts = new ArrayList<>();
        for (String name : options.parts()) {
            parts.add(blueprint.part(name));
        }
        progress.step(
                importRealm ? "Starting Keycloak, for the first time" : "Starting Keycloak",
                () -> startTogether(List.of(keycloak), Progress.SILENT));
        progress.say("  Starting the rest together; ready after:");
        startTogether(parts, progress);
    }

    private void startTogether(List<Part> parts, Progress readiness) throws IOException {
        for (Part part : parts) {
            runner.log(part.name()).startAnew();
            runner.start(part);
        }
        runner.awaitReady(parts, options.patience(), readiness);
    }

    private void bringInDemoData(Blueprint blueprint) throws IOException {
        if (options.demoData() && !Files.exists(data.demoDataMarker())) {
            Part client = blueprint.part(Parts.DEMO_DATA);
            progress.step("Bringing in the demo shops and stories", () -> runner.runToEnd(client, DEMO_DATA_PATIENCE));
            Files.createFile(data.demoDataMarker());
        }
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
