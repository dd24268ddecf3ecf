package nl.etalage.content.library.boundary;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchBoundariesTest {

    /** What time changes is to be told within a second: half of it for looking, half for writing and waking. */
    @Test
    void aMomentThatPassesIsSeenWithinHalfASecond() {
        assertTrue(WatchBoundaries.PAUSE.compareTo(Duration.ofMillis(500)) <= 0, WatchBoundaries.PAUSE::toString);
    }
}
