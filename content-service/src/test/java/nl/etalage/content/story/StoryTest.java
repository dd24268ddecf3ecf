package nl.etalage.content.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.access.Actor;
import nl.etalage.problem.ProblemException;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Actor AUTHOR = new Actor(UUID.randomUUID(), Set.of());
    private static final Actor SECOND = new Actor(UUID.randomUUID(), Set.of());
    private static final Actor THIRD = new Actor(UUID.randomUUID(), Set.of());

    private static StoryContent titled(String title) {
        return new StoryContent(
                StoryType.TIP,
                null,
                null,
                "nl",
                title,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null);
    }

    private static Story released() {
        Story story = Story.draft(UUID.randomUUID(), titled("Een"), AUTHOR, NOW);
        story.submit(NOW);
        story.release(SECOND, NOW);
        return story;
    }

    @Test
    void theAuthorCantRelease() {
        Story story = Story.draft(UUID.randomUUID(), titled("Een"), AUTHOR, NOW);
        story.submit(NOW);
        ProblemException refused = assertThrows(ProblemException.class, () -> story.release(AUTHOR, NOW));
        assertEquals(ContentProblem.OWN_WORK, refused.type());
        assertEquals(StoryState.IN_REVIEW, story.state());
    }

    @Test
    void whoChangedItLastCantReleaseEither() {
        Story story = Story.draft(UUID.randomUUID(), titled("Een"), AUTHOR, NOW);
        story.edit(titled("Twee"), SECOND, NOW);
        story.submit(NOW);
        assertThrows(ProblemException.class, () -> story.release(SECOND, NOW));
        assertEquals(1, story.release(THIRD, NOW).number());
    }

    @Test
    void aReleaseFixesTheFirstRevision() {
        Story story = Story.draft(UUID.randomUUID(), titled("Een"), AUTHOR, NOW);
        story.submit(NOW);
        StoryRevision revision = story.release(SECOND, NOW);
        assertEquals(1, revision.number());
        assertEquals("Een", revision.content().title());
        assertEquals(SECOND.id(), revision.releasedBy());
        assertFalse(revision.unreviewed());
    }

    @Test
    void aCorrectionIsUnreviewedUntilSomeoneElseConfirms() {
        Story story = released();
        StoryRevision revision =
                story.correct(titled("Beter"), new Correction("Een typefout", Severity.MINOR), SECOND, NOW);
        assertEquals(2, revision.number());
        assertTrue(story.unreviewed());
        assertThrows(ProblemException.class, () -> story.confirm(SECOND, NOW));
        story.confirm(AUTHOR, NOW);
        assertFalse(story.unreviewed());
    }

    @Test
    void nothingIsConfirmedTwice() {
        Story story = released();
        ProblemException refused = assertThrows(ProblemException.class, () -> story.confirm(THIRD, NOW));
        assertEquals(ContentProblem.STORY_STATE, refused.type());
    }

    @Test
    void aReturnedStoryKeepsWhyAndLosesItWhenItIsOfferedAgain() {
        Story story = Story.draft(UUID.randomUUID(), titled("Een"), AUTHOR, NOW);
        story.submit(NOW);
        story.sendBack("Noem de bron", NOW);
        assertEquals("Noem de bron", story.returnNote());
        story.submit(NOW);
        assertEquals(null, story.returnNote());
    }
}
