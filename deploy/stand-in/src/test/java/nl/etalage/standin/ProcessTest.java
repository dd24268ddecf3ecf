package nl.etalage.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in as its own process, as the demo runs it. */
@Timeout(60)
class ProcessTest {
    private static final Pattern STARTED = Pattern.compile("stand-in listens on (http://localhost:\\d+), its mail.*");

    @TempDir
    private Path data;

    @Test
    void aPostSurvivesBeingKilledRightAfterTheAnswer() throws IOException, InterruptedException {
        String id;
        Process first = start(Map.of());
        try {
            Client.Reply reply = Client.at(url(first), "zeist").post("net op tijd", "key");
            id = reply.json().path("id").asText();
        } finally {
            // SIGKILL: nothing gets the chance to tidy up.
            first.destroyForcibly().waitFor();
        }

        Process second = start(Map.of());
        try {
            Client.Reply reply = Client.at(url(second), "zeist").post("net op tijd", "key");
            assertEquals(id, reply.json().path("id").asText());
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    @Test
    void aStopIsPrompt() throws IOException, InterruptedException {
        Process process = start(Map.of());
        url(process);

        process.destroy();

        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    }

    @Test
    void aStartThatFailsSaysWhyAndExits() throws IOException, InterruptedException {
        Process process = start(Map.of("STAND_IN_PORT", "many"));

        String said = process.errorReader(StandardCharsets.UTF_8).readLine();

        assertEquals("stand-in did not start. STAND_IN_PORT is a number from 0 to 65535, not many", said);
        assertEquals(1, process.waitFor());
    }

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StandInPlatform.class.getName());
        builder.environment()
                .putAll(Map.of("STAND_IN_PORT", "0", "STAND_IN_SMTP_PORT", "0", "STAND_IN_DATA", data.toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String url(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.matches()) {
                return started.group(1);
            }
        }
        throw new AssertionError("It did not start");
    }
}
