package nl.etalage.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessIdentityTest {

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "300").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aRunningProcessIsRecognisedFromWhatWasWrittenDown() {
        ProcessIdentity identity = ProcessIdentity.ofRunning(process.pid()).orElseThrow();

        Optional<ProcessIdentity> read = ProcessIdentity.parse(identity + "\n");

        assertEquals(Optional.of(identity), read);
        assertTrue(read.get().isRunning());
    }

    @Test
    void aProcessThatGotARecycledIdIsNeverTouched() {
        ProcessIdentity former = new ProcessIdentity(process.pid(), "another-boot:12345");

        former.terminate();
        former.kill();

        assertFalse(former.isRunning());
        assertTrue(process.isAlive());
    }

    @Test
    void anEndedProcessDoesNotRun() throws InterruptedException {
        ProcessIdentity identity = ProcessIdentity.ofRunning(process.pid()).orElseThrow();

        assertTrue(identity.terminate());

        assertEquals(143, process.waitFor());
        assertTrue(identity.awaitEnd(Duration.ofSeconds(10)));
        assertFalse(identity.isRunning());
    }

    @Test
    void waitingForOneThatRunsOnEnds() {
        ProcessIdentity identity = ProcessIdentity.ofRunning(process.pid()).orElseThrow();

        assertFalse(identity.awaitEnd(Duration.ofMillis(100)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12 boot:3", "12 boot:3 en", "twelve boot:3 end", "-1 boot:3 end"})
    void aRecordCutShortIsNobody(String text) {
        assertEquals(Optional.empty(), ProcessIdentity.parse(text));
    }
}
