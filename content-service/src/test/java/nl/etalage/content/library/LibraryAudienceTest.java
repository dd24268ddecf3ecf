package nl.etalage.content.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LibraryAudienceTest {

    private static final List<String> NORTH = List.of("noord");
    private static final List<String> SOUTH = List.of("zuid");

    @Test
    void withoutGroupsItIsForAll() {
        LibraryAudience all = new LibraryAudience(null, List.of(), List.of("*"));
        assertTrue(all.includes(List.of()));
        assertTrue(all.reached(SOUTH));
    }

    @Test
    void aRegionsOwnStoryStaysInItsRegion() {
        LibraryAudience north = new LibraryAudience("noord", List.of(), NORTH);
        assertTrue(north.includes(NORTH));
        assertFalse(north.includes(SOUTH));
        assertFalse(north.reached(SOUTH));
    }

    @Test
    void whoItIsNoLongerForHearsOfARemoval() {
        LibraryEvent changed = new LibraryEvent(
                UUID.randomUUID(),
                2,
                LibraryEvent.CHANGED,
                null,
                new LibraryAudience(null, NORTH, List.of("*", "noord")));
        assertEquals(LibraryEvent.CHANGED, changed.seenBy(NORTH).change());
        assertEquals(LibraryEvent.REMOVED, changed.seenBy(SOUTH).change());
        assertEquals("not-for-you", changed.seenBy(SOUTH).reason());
    }
}
