package nl.etalage.local.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void aStepIsShownAsItBeginsAndGetsItsTimeAsItEnds() throws IOException {
        screen.step("Starting PostgreSQL", () -> assertTrue(shown().matches("  Starting PostgreSQL \\.+"), shown()));

        assertTrue(shown().matches("  Starting PostgreSQL \\.+ +\\d+\\.\\d s\n"), shown());
    }

    @Test
    void aStepThatFailsGetsNoTimeAndLeavesTheLineToTheReason() {
        assertThrows(
                IOException.class,
                () -> screen.step("Unpacking", () -> {
                    throw new IOException("no");
                }));
        screen.say("Why.");

        assertTrue(shown().matches("  Unpacking \\.+\nWhy\\.\n"), shown());
    }

    @Test
    void timesLineUp() {
        screen.reached("gateway", Duration.ofMillis(5_250));
        screen.reached("scheduling-service", Duration.ofSeconds(112));

        String[] lines = shown().split("\n", -1);
        assertEquals(lines[0].length(), lines[1].length());
        assertTrue(lines[1].endsWith(" 112.0 s"), lines[1]);
    }

    @Test
    void aFullDiskAndAForeignFileAreToldAsSuch() {
        assertTrue(CannotStart.because(new FileSystemException("/d/f", null, "No space left on device"))
                .getMessage()
                .startsWith("The disk is full: free about a gigabyte"));
        assertEquals(
                "No permission for /d/f: it belongs to another user, perhaps because ./deploy/up ran as root before.",
                CannotStart.because(new AccessDeniedException("/d/f")).getMessage());
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
