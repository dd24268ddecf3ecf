package nl.etalage.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.etalage.local.screen.CannotStart;
import nl.etalage.local.screen.Progress;

/** Starts and ends the processes of one data directory and writes down which they are. */
public final class ProcessRunner {

    private static final long LOOK_AGAIN_MILLIS = 150;
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    /**
     * Writes down its own {@link ProcessIdentity} and becomes the program: were it left to the launcher, a launcher
     * killed just after the start would leave a process that nobody knows.
     */
    private static final String RECORD_ITSELF =
            """
            if [ -r /proc/$$/stat ]; then
              started=$(stat=$(cat /proc/$$/stat); set -- ${stat##*) }; echo "${20}")
              printf '%s %s:%s end\\n' $$ "$(cat /proc/sys/kernel/random/boot_id)" "$started" >"$0.$$" &&
                mv "$0.$$" "$0"
            fi
            exec "$@"
            """;

    private final ProcessTable table;
    private final Path logs;
    private final Path workingDirectory;
    private final Optional<Path> newSession = Executables.find("setsid");
    private boolean closed;

    /** The working directory gets what a dying Java process leaves behind. */
    public ProcessRunner(ProcessTable table, Path logs, Path workingDirectory) {
        this.table = table;
        this.logs = logs;
        this.workingDirectory = workingDirectory;
    }

    public LogFile log(String name) {
        return new LogFile(logs.resolve(name + ".log"));
    }

    /** Starts it in a session of its own where the machine can, so that Ctrl-C reaches the launcher alone. */
    public synchronized Process start(Part part) throws IOException {
        requireOpen();
        Path log = log(part.name()).path();
        Files.createDirectories(log.getParent());
        Files.createDirectories(workingDirectory);
        Files.createDirectories(table.file(part.name()).getParent());
        ProcessBuilder builder = new ProcessBuilder(recordingItself(part))
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Environment.withoutOthersSettings(builder.environment());
        builder.environment().putAll(part.environment());
        Process process = builder.start();
        boolean recorded = false;
        try {
            Optional<ProcessIdentity> identity = ProcessIdentity.ofRunning(process.pid());
            if (identity.isPresent()) {
                table.record(part.name(), identity.get());
            }
            recorded = true;
        } finally {
            if (!recorded) {
                process.destroyForcibly();
            }
        }
        return process;
    }

    /** Runs a part that ends by itself; an exit code other than 0 or no end within {@code patience} is a failure. */
    public void runToEnd(Part part, Duration patience) throws IOException {
        log(part.name()).startAnew();
        Process process = start(part);
        boolean ended = Waiting.until(() -> !process.isAlive(), patience);
        if (!ended) {
            process.destroyForcibly();
            throw failure(part.name(), "did not end within %d s".formatted(patience.toSeconds()));
        }
        table.forget(part.name());
        if (process.exitValue() != 0) {
            throw failure(part.name(), "failed");
        }
    }

    /** Returns when all are ready; fails as soon as one has ended, or when {@code patience} ends first. */
    public void awaitReady(List<Part> parts, Duration patience, Progress progress) {
        long start = System.nanoTime();
        Map<String, Part> waiting = new LinkedHashMap<>();
        parts.forEach(part -> waiting.put(part.name(), part));
        while (!waiting.isEmpty()) {
            for (Part part : List.copyOf(waiting.values())) {
                requireOpen();
                if (table.running(part.name()).isEmpty()) {
                    throw failure(part.name(), "ended while it started");
                }
                if (part.readiness().isReached()) {
                    progress.reached(part.name(), Duration.ofNanos(System.nanoTime() - start));
                    waiting.remove(part.name());
                }
            }
            boolean late = System.nanoTime() - start > patience.toNanos();
            if (!waiting.isEmpty() && (late || !Waiting.pause(LOOK_AGAIN_MILLIS))) {
                throw failure(
                        waiting.keySet().iterator().next(),
                        "was not ready within %d s".formatted(patience.toSeconds()));
            }
        }
    }

    /** Ends a process at once, as a crash would, and waits until it is gone. */
    public void kill(String name) throws IOException {
        Optional<ProcessIdentity> process = table.running(name);
        if (process.isPresent()) {
            process.get().kill();
            awaitEnd(name, process.get());
        }
        table.forget(name);
    }

    /** Asks one process to end, and ends it when it doesn't. */
    public void stop(String name, Part.StopSignal signal) throws IOException {
        Optional<ProcessIdentity> process = table.running(name);
        if (process.isPresent()) {
            if (signal == Part.StopSignal.INTERRUPT) {
                process.get().interrupt();
            } else if (!process.get().terminate()) {
                throw cannotBeEnded(name, process.get());
            }
            if (!process.get().awaitEnd(signal.grace())) {
                process.get().kill();
                awaitEnd(name, process.get());
            }
        }
        table.forget(name);
    }

    /** From now on nothing is started any more, whichever thread asks. */
    public synchronized void close() {
        closed = true;
    }

    private synchronized void requireOpen() {
        if (closed) {
            throw new CannotStart("Stopped before everything had started.");
        }
    }

    private List<String> recordingItself(Part part) {
        List<String> command = new ArrayList<>();
        newSession.ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(
                List.of("sh", "-c", RECORD_ITSELF, table.file(part.name()).toString()));
        command.addAll(part.command());
        return command;
    }

    private CannotStart failure(String name, String whatHappened) {
        LogFile log = log(name);
        return CannotStart.because(
                name + " " + whatHappened, log.lastMeaningfulLine().orElse(""), log.path());
    }

    private static void awaitEnd(String name, ProcessIdentity process) {
        if (!process.awaitEnd(AFTER_KILL)) {
            throw cannotBeEnded(name, process);
        }
    }

    private static CannotStart cannotBeEnded(String name, ProcessIdentity process) {
        return new CannotStart(
                "%s (process %d) cannot be ended; it probably belongs to another user.".formatted(name, process.pid()));
    }
}
