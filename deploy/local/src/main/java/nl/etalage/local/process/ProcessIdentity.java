package nl.etalage.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One process of this machine for good: a process id is given out again once its process ended, its moment of start
 * isn't.
 *
 * @param pid the process id
 * @param startedAt on Linux the boot's id and the clock tick of the start (field 22 of {@code /proc/pid/stat}, see
 *     proc(5)), which a corrected clock doesn't move; elsewhere the instant the operating system tells
 */
public record ProcessIdentity(long pid, String startedAt) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** The process that has this id now; empty when none has, or when it ended and only waits to be reaped. */
    public static Optional<ProcessIdentity> ofRunning(long pid) {
        return Files.isReadable(BOOT) ? fromProc(pid) : fromHandle(pid);
    }

    public static ProcessIdentity ofThisProcess() {
        long pid = ProcessHandle.current().pid();
        return ofRunning(pid).orElseThrow(() -> new IllegalStateException("process " + pid + " cannot see itself"));
    }

    /** The opposite of {@link #toString()}; empty for a text cut short by a kill. */
    public static Optional<ProcessIdentity> parse(String text) {
        String[] words = text.strip().split(" ", -1);
        if (words.length != 3 || !"end".equals(words[2]) || !words[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(Long.parseLong(words[0]), words[1]));
    }

    public boolean isRunning() {
        return ofRunning(pid).filter(this::equals).isPresent();
    }

    /** Asks the process to end (SIGTERM); false when that isn't allowed, as with another user's process. */
    public boolean terminate() {
        return handle().map(ProcessHandle::destroy).orElse(true) || !isRunning();
    }

    /** Ends the process without asking (SIGKILL). */
    public void kill() {
        handle().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Sends SIGINT, which has no method in Java; for PostgreSQL it means: stop now and cleanly. */
    public void interrupt() throws IOException {
        if (isRunning()) {
            new ProcessBuilder(List.of("sh", "-c", "kill -INT " + pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    /** False when it still runs after {@code patience}. */
    public boolean awaitEnd(Duration patience) {
        return Waiting.until(() -> !isRunning(), patience);
    }

    @Override
    public String toString() {
        return pid + " " + startedAt + " end";
    }

    private Optional<ProcessHandle> handle() {
        return isRunning() ? ProcessHandle.of(pid) : Optional.empty();
    }

    private static Optional<ProcessIdentity> fromProc(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The second field is the program's name in parentheses, and may itself hold blanks and parentheses.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            boolean ended = fields[0].equals("Z") || fields[0].equals("X");
            String startedAt = Files.readString(BOOT).strip() + ":" + fields[19];
            return ended ? Optional.empty() : Optional.of(new ProcessIdentity(pid, startedAt));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessIdentity> fromHandle(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(instant -> new ProcessIdentity(pid, instant.toString()));
    }
}
