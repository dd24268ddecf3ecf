package nl.etalage.contracttests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A program that {@code npm ci} in this directory installs. */
final class Tool {

    private final Path program;

    /** What a program said and how it ended. */
    record Result(int exitCode, String output) {}

    private Tool(Path program) {
        this.program = program;
    }

    /** Skips the test where it isn't there; with {@code CI=true} that is a failure. */
    static Tool named(String name) {
        Path program = Path.of("node_modules", ".bin", name).toAbsolutePath();
        String missing = name + " is not installed: run npm ci in deploy/contract-tests";
        if (!Files.isExecutable(program) && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(missing + "; in CI nothing may be skipped");
        }
        Assumptions.assumeTrue(Files.isExecutable(program), "Skipped: " + missing);
        return new Tool(program);
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), output);
    }
}
