package nl.etalage.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.etalage.local.process.Part;
import nl.etalage.local.process.ProcessIdentity;
import nl.etalage.local.process.ProcessRunner;
import nl.etalage.local.process.Readiness;
import nl.etalage.local.screen.CannotStart;
import nl.etalage.local.screen.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    private static final String RUNS_ALREADY = "Etalage already runs from this directory: ./deploy/down stops it.";

    @TempDir
    Path directory;

    @AfterEach
    void stop() throws IOException {
        RunDirectory run = new RunDirectory(directory);
        run.stopAll(runner(run));
    }

    @Test
    void aSecondStartBesideTheFirstIsRefused() throws IOException {
        RunDirectory first = new RunDirectory(directory);
        first.take();

        CannotStart refused = assertThrows(CannotStart.class, () -> new RunDirectory(directory).take());

        assertEquals(RUNS_ALREADY, refused.getMessage());
        first.release();
        assertDoesNotThrow(() -> new RunDirectory(directory).take());
    }

    @Test
    void aSecondStartBesideADetachedStackIsRefused() throws IOException {
        RunDirectory first = new RunDirectory(directory);
        first.take();
        runner(first).start(sleeping("gateway"));
        first.leave();

        CannotStart refused = assertThrows(CannotStart.class, () -> new RunDirectory(directory).take());

        assertEquals(RUNS_ALREADY, refused.getMessage());
        assertTrue(first.processes().running("gateway").isPresent());
    }

    @Test
    void aDetachedStackOfWhichEverythingDiedIsNoObstacle() throws IOException {
        RunDirectory first = new RunDirectory(directory);
        first.take();
        runner(first).start(sleeping("gateway"));
        first.leave();
        ProcessIdentity gateway = first.processes().running("gateway").orElseThrow();
        gateway.kill();
        assertTrue(gateway.awaitEnd(java.time.Duration.ofSeconds(10)));

        assertDoesNotThrow(() -> new RunDirectory(directory).take());
    }

    @Test
    void whatAKilledLauncherLeftRunningIsStoppedByTheNext() throws IOException {
        RunDirectory killed = new RunDirectory(directory);
        runner(killed).start(sleeping("keycloak"));
        runner(killed).start(sleeping("keycloak-setup"));
        RunDirectory next = new RunDirectory(directory);
        next.take();

        next.clearUp(runner(next), Progress.SILENT);

        assertEquals(List.of(RunDirectory.LAUNCHER), next.processes().running());
        next.release();
    }

    @Test
    void stoppingSucceedsWhenSomeAreDeadAlready() throws IOException {
        RunDirectory run = new RunDirectory(directory);
        runner(run).start(sleeping("gateway"));
        runner(run).start(sleeping("shops-service"));
        ProcessIdentity gateway = run.processes().running("gateway").orElseThrow();
        awaitAsleep(gateway);
        gateway.kill();

        run.stopAll(runner(run));

        assertEquals(List.of(), run.processes().names());
    }

    @Test
    void anotherLauncherFindsThePortsAndTheDataOfWhatRuns() throws IOException {
        StackOptions options = StackOptions.in(directory);
        RunDirectory run = new RunDirectory(directory);
        run.processes().record("gateway", ProcessIdentity.ofThisProcess());
        run.describe(options.shifted(300));
        run.processes().forget("gateway");

        StackOptions found = run.described(options).orElseThrow();

        assertEquals(Ports.shifted(300), found.ports());
        assertEquals(directory.resolve("deploy/local/data/ports-300"), found.data());
        assertEquals(options.run(), found.run());
    }

    @Test
    void whereNothingEverRanNothingIsFound() throws IOException {
        RunDirectory run = new RunDirectory(directory.resolve("never"));

        assertTrue(run.described(StackOptions.in(directory)).isEmpty());
        assertDoesNotThrow(run::requireNothingRunning);
        assertFalse(java.nio.file.Files.exists(directory.resolve("never")));
    }

    /** Until then it is a shell that writes itself down, and what it began would outlive it. */
    private static void awaitAsleep(ProcessIdentity process) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (ProcessHandle.of(process.pid())
                .flatMap(running -> running.info().command())
                .filter(command -> command.endsWith("sleep"))
                .isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "It never fell asleep");
            Thread.onSpinWait();
        }
    }

    private ProcessRunner runner(RunDirectory run) {
        return new ProcessRunner(run.processes(), directory.resolve("logs"), directory);
    }

    private static Part sleeping(String name) {
        return new Part(name, List.of("sleep", "300"), Map.of(), Readiness.atOnce(), Part.StopSignal.TERMINATE);
    }
}
