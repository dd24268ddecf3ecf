package nl.etalage.content.asset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** content-service as it is delivered, in a process of its own that a test can end as a power cut would. */
final class PackagedService {

    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://127\\.0\\.0\\.1:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path directory;
    private final Map<String, String> settings;
    private Process process;

    /** Logs and temporary files go into the directory. */
    PackagedService(Path directory, Map<String, String> settings) {
        this.directory = directory;
        this.settings = Map.copyOf(settings);
    }

    /** Where the process puts its temporary files. */
    Path temporary() {
        return directory.resolve("tmp");
    }

    /** Starts it, and answers its port once it listens. */
    int start() throws IOException {
        Files.createDirectories(temporary());
        Path log = Files.createTempFile(directory, "content-service-", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx160m",
                "-Djava.io.tmpdir=" + temporary(),
                "-Dquarkus.http.port=0",
                "-Detalage.demo=true"));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            Matcher listening = LISTENING.matcher(Files.readString(log, UTF_8));
            if (listening.find()) {
                return Integer.parseInt(listening.group(1));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        kill();
        throw new AssertionError("It didn't start:\n" + Files.readString(log, UTF_8));
    }

    /** Ends it at once, with no chance to tidy up. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }
}
