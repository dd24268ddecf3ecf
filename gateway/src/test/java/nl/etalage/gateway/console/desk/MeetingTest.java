package nl.etalage.gateway.console.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two people at one story. */
class MeetingTest {

    private static final StoryText BEGAN = new StoryText(Map.of(
            "title", List.of("Koffie"),
            "summary", List.of("Eerst"),
            "link", List.of(),
            "functions", List.of("action"),
            "assets", List.of("a1")));

    private static final Fingerprints BEGUN =
            Fingerprints.read(Fingerprints.of(BEGAN).written());

    @Test
    void whatOnlyTheOtherChangedIsTakenAndMineIsKept() {
        StoryText mine = BEGAN.with("title", List.of("Koffie uit Huila"));
        StoryText theirs = BEGAN.with("link", List.of("https://koffie.example"));

        Meeting meeting = Meeting.of(BEGUN, mine, theirs);

        assertEquals("Koffie uit Huila", meeting.text().one("title"));
        assertEquals("https://koffie.example", meeting.text().one("link"));
        assertEquals(Set.of("link"), meeting.news());
        assertEquals(Map.of(), meeting.theirs());
        assertTrue(meeting.met());
    }

    @Test
    void whatBothChangedStaysMineWithTheirsBesideIt() {
        StoryText mine = BEGAN.with("summary", List.of("Van mij"));
        StoryText theirs = BEGAN.with("summary", List.of("Van de ander")).with("functions", List.of());

        Meeting meeting = Meeting.of(BEGUN, mine, theirs);

        assertEquals("Van mij", meeting.text().one("summary"));
        assertEquals(Map.of("summary", "Van de ander"), meeting.theirs());
        assertEquals(List.of(), meeting.text().all("functions"));
    }

    @Test
    void whoWroteTheSameDidNotMeet() {
        StoryText same = BEGAN.with("title", List.of("Thee"));

        assertFalse(Meeting.of(BEGUN, same, same).met());
    }

    @Test
    void picturesOfBothStay() {
        StoryText mine = BEGAN.withAssets(List.of("mine"));
        StoryText theirs = BEGAN.withAssets(List.of("theirs"));

        assertEquals(
                List.of("a1", "mine", "theirs"),
                Meeting.of(BEGUN, mine, theirs).text().all("assets"));
    }

    @Test
    void aFormThatLacksAPartLeavesItAsItIsStored() {
        StoryText mine = new StoryText(Map.of("title", List.of("Thee")));

        Meeting meeting = Meeting.of(BEGUN, mine, BEGAN);

        assertEquals("Eerst", meeting.text().one("summary"));
        assertEquals("Thee", meeting.text().one("title"));
        assertFalse(meeting.met());
    }

    @Test
    void aBaseThatWasTamperedWithLosesNothing() {
        StoryText mine = BEGAN.with("title", List.of("Van mij"));

        Meeting meeting = Meeting.of(Fingerprints.read("onzin,==,title="), mine, BEGAN);

        assertEquals("Van mij", meeting.text().one("title"));
        assertEquals("Koffie", meeting.theirs().get("title"));
    }
}
