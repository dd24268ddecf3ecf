package nl.etalage.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.etalage.local.screen.CannotStart;
import nl.etalage.local.screen.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRunnerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private ProcessTable table;
    private ProcessRunner runner;

    @BeforeEach
    void make() {
        table = new ProcessTable(directory.resolve("run"));
        runner = new ProcessRunner(table, directory.resolve("logs"), directory);
    }

    @AfterEach
    void stop() throws IOException {
        for (String name : table.names()) {
            runner.kill(name);
        }
    }

    @Test
    void aProcessWritesDownWhoItIsBeforeItBecomesTheProgram() throws IOException {
        Process process = runner.start(script("noted", "cat '%s'; exec sleep 300".formatted(table.file("noted"))));
        LogFile log = runner.log("noted");

        assertTrue(Waiting.until(() -> log.lastMeaningfulLine().isPresent(), PATIENCE));
        assertEquals(ProcessIdentity.ofRunning(process.pid()).map(ProcessIdentity::toString), log.lastMeaningfulLine());
    }

    @Test
    void aStoppedProcessIsGoneAndForgotten() throws IOException {
        Process process = runner.start(script("gateway", "exec sleep 300"));

        runner.stop("gateway", Part.StopSignal.TERMINATE);

        // Java learns of the end a moment after the machine does.
        assertTrue(Waiting.until(() -> !process.isAlive(), PATIENCE));
        assertEquals(List.of(), table.names());
    }

    @Test
    void oneThatEndsWhileStartingIsNamedWithWhatItSaidLast() throws IOException {
        Part broken = new Part(
                "shops-service",
                List.of("sh", "-c", "echo '2026-11-22 06:00:00,001 ERROR [app] (main) no database'; exit 1"),
                Map.of(),
                () -> false,
                Part.StopSignal.TERMINATE);
        runner.start(broken);

        CannotStart failure =
                assertThrows(CannotStart.class, () -> runner.awaitReady(List.of(broken), PATIENCE, Progress.SILENT));

        assertEquals(
                "shops-service ended while it started; it wrote: ERROR [app] (main) no database (all of it: %s)."
                        .formatted(directory.resolve("logs/shops-service.log")),
                failure.getMessage());
    }

    @Test
    void oneThatIsNeverReadyIsNamed() throws IOException {
        Part slow =
                new Part("content-service", List.of("sleep", "300"), Map.of(), () -> false, Part.StopSignal.TERMINATE);
        runner.start(slow);

        CannotStart failure = assertThrows(
                CannotStart.class, () -> runner.awaitReady(List.of(slow), Duration.ofMillis(1), Progress.SILENT));

        assertEquals(
                "content-service was not ready within 0 s (all of it: %s)."
                        .formatted(directory.resolve("logs/content-service.log")),
                failure.getMessage());
    }

    @Test
    void readyIsWhatAnswers200() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        URI health = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/health");
        Part part =
                new Part("gateway", List.of("sleep", "300"), Map.of(), Readiness.of(health), Part.StopSignal.TERMINATE);
        runner.start(part);

        runner.awaitReady(List.of(part), PATIENCE, Progress.SILENT);

        assertEquals(3, asked.get());
        server.stop(0);
        assertFalse(Readiness.of(health).isReached());
    }

    @Test
    void onceClosedNothingIsStarted() {
        runner.close();

        assertThrows(CannotStart.class, () -> runner.start(script("gateway", "exec sleep 300")));

        assertEquals(List.of(), table.names());
    }

    @Test
    void aSetupThatFailsSaysWhy() {
        CannotStart failure = assertThrows(
                CannotStart.class,
                () -> runner.runToEnd(script("setup", "echo 'initdb: error: no locale'; exit 2"), PATIENCE));

        assertEquals(
                "setup failed; it wrote: initdb: error: no locale (all of it: %s)."
                        .formatted(directory.resolve("logs/setup.log")),
                failure.getMessage());
    }

    @Test
    void aFullDiskIsSaidInSoManyWords() {
        CannotStart failure = assertThrows(
                CannotStart.class,
                () -> runner.runToEnd(
                        script("setup", "echo 'could not extend: No space left on device'; exit 2"), PATIENCE));

        assertTrue(failure.getMessage().startsWith("The disk is full"), failure.getMessage());
    }

    @Test
    void settingsForOthersAreNotPassedOn() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PGPASSWORD", "x", "KC_DB", "mysql", "QUARKUS_PROFILE", "dev", "ETALAGE_DEMO", "no", "HOME", "/h"));

        Environment.withoutOthersSettings(environment);

        assertEquals(Map.of("HOME", "/h"), environment);
    }

    private static Part script(String name, String script) {
        return new Part(name, List.of("sh", "-c", script), Map.of(), Readiness.atOnce(), Part.StopSignal.TERMINATE);
    }
}
