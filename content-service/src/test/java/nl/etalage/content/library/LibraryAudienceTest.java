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
        LibraryAudience all = new LibraryAudience(null, List.of(), false, false, List.of("*"));
        assertTrue(all.includes(List.of(), false));
        assertTrue(all.reached(SOUTH, false));
        assertFalse(all.uncertain());
    }

    @Test
    void aRegionsOwnStoryStaysInItsRegion() {
        LibraryAudience north = new LibraryAudience("noord", List.of(), false, false, NORTH);
        assertTrue(north.includes(NORTH, false));
        assertFalse(north.includes(SOUTH, true));
        assertFalse(north.reached(SOUTH, true));
    }

    @Test
    void ofTwoConditionsBothMustHold() {
        LibraryAudience ofNorthForSouth = new LibraryAudience("noord", SOUTH, false, false, List.of("noord+zuid"));
        assertFalse(ofNorthForSouth.reached(SOUTH, true));
        assertFalse(ofNorthForSouth.reached(NORTH, true));
        assertTrue(ofNorthForSouth.reached(List.of("zuid", "noord"), false));
    }

    @Test
    void whatIsForItsSellersReachesWhoSells() {
        LibraryAudience sellers = new LibraryAudience(null, NORTH, true, false, List.of("noord+=stock"));
        assertTrue(sellers.uncertain());
        assertTrue(sellers.includes(NORTH, true));
        assertFalse(sellers.includes(NORTH, false));
        assertFalse(sellers.includes(SOUTH, true));
        assertTrue(sellers.reached(NORTH, true));
        assertFalse(sellers.reached(NORTH, false));
        assertFalse(sellers.reached(SOUTH, true));
    }

    @Test
    void whatWasForItsSellersOnceAsksStillWhoSells() {
        assertTrue(new LibraryAudience(null, List.of(), false, false, List.of("=stock", "*")).uncertain());
        assertTrue(new LibraryAudience(null, List.of(), false, false, List.of("=stock", "*")).reached(SOUTH, false));
    }

    @Test
    void whoItIsNoLongerForHearsOfARemoval() {
        LibraryEvent changed = new LibraryEvent(
                UUID.randomUUID(),
                2,
                LibraryEvent.CHANGED,
                null,
                new LibraryAudience(null, NORTH, false, false, List.of("*", "noord")));
        assertEquals(LibraryEvent.CHANGED, changed.seenBy(Standing.of(NORTH)).change());
        assertEquals(LibraryEvent.REMOVED, changed.seenBy(Standing.of(SOUTH)).change());
        assertEquals("not-for-you", changed.seenBy(Standing.of(SOUTH)).reason());
    }
}
