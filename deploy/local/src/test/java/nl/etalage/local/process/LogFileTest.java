package nl.etalage.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path directory;

    private LogFile log;

    @BeforeEach
    void name() {
        log = new LogFile(directory.resolve("shops-service.log"));
    }

    @Test
    void theCauseSaysMoreThanTheStackTraceAroundIt() throws IOException {
        Files.writeString(
                log.path(),
                """
                2026-11-22 06:40:58,515 ERROR [io.quarkus.runtime.Application] (main) Failed to start application
                \tat io.quarkus.runner.ApplicationImpl.doStart(Unknown Source)
                Caused by: java.net.BindException: Address already in use
                \tat java.base/sun.nio.ch.Net.bind(Net.java:555)
                \t... 9 more

                """);

        assertEquals(
                Optional.of("Caused by: java.net.BindException: Address already in use"), log.lastMeaningfulLine());
    }

    @Test
    void anErrorSaysMoreThanWhatFollowsIt() throws IOException {
        Files.writeString(
                log.path(),
                """
                2026-11-22 05:13:52.047 UTC [8179] FATAL:  could not create lock file
                2026-11-22 05:13:52.052 UTC [8179] LOG:  database system is shut down
                """);

        assertEquals(Optional.of("[8179] FATAL:  could not create lock file"), log.lastMeaningfulLine());
    }

    @Test
    void withoutErrorsItIsTheLastLineThatIsNotIndented() throws IOException {
        Files.writeString(log.path(), "first\nsecond\n  detail of second\n\n");

        assertEquals(Optional.of("second"), log.lastMeaningfulLine());
    }

    @Test
    void aProcessThatWroteNothingHasNoLastWords() throws IOException {
        assertEquals(Optional.empty(), log.lastMeaningfulLine());
        Files.createFile(log.path());
        assertEquals(Optional.empty(), log.lastMeaningfulLine());
    }

    @Test
    void aLongLogIsReadFromItsEnd() throws IOException {
        Files.writeString(log.path(), "ERROR early\n" + "a line without news\n".repeat(10_000) + "ERROR late\n");

        assertEquals(Optional.of("ERROR late"), log.lastMeaningfulLine());
    }

    @Test
    void aNewStartKeepsTheLogOfTheOneBefore() throws IOException {
        Files.writeString(log.path(), "older");
        log.startAnew();
        Files.writeString(log.path(), "old");

        log.startAnew();

        assertFalse(Files.exists(log.path()));
        assertEquals("old", Files.readString(directory.resolve("shops-service.log.1")));
    }
}
