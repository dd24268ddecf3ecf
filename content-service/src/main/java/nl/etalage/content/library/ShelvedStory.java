package nl.etalage.content.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.etalage.content.story.StoryPublished;

/**
 * How a published revision stands in the library.
 *
 * @param visibleFrom when its embargo ends, or ended
 * @param appearedAt its place among the newest: when it could first be seen
 * @param announced whether followers know of it
 * @param change what to tell them; empty while nobody may know
 */
record ShelvedStory(
        StoryPublished story,
        LibraryAudience audience,
        Instant visibleFrom,
        Instant appearedAt,
        boolean announced,
        Optional<LibraryEvent> change) {

    /** Why a story that was visible is so no longer: a correction gave it an embargo. */
    private static final String EMBARGO = "embargo";

    /** How the story stood before this revision. */
    record Before(List<String> reach, Instant visibleFrom, Instant appearedAt, boolean announced) {

        static Before of(ResultSet row) throws SQLException {
            return new Before(
                    Arrays.asList((String[]) row.getArray("reach").getArray()),
                    row.getObject("visible_from", OffsetDateTime.class).toInstant(),
                    row.getObject("appeared_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("announced"));
        }
    }

    static ShelvedStory of(StoryPublished story, boolean translated, Optional<Before> before, Instant now) {
        Instant embargo = story.content().availableFrom();
        Instant from = embargo == null ? before.map(Before::visibleFrom).orElse(now) : embargo;
        if (embargo == null && from.isAfter(now)) {
            from = now;
        }
        boolean visible = !from.isAfter(now);
        boolean known = before.map(Before::announced).orElse(false);
        Instant appeared = known && visible ? before.get().appearedAt() : latest(from, now);
        LibraryAudience audience = LibraryAudience.of(
                story.content(), translated, before.map(Before::reach).orElse(List.of()));
        return new ShelvedStory(story, audience, from, appeared, visible, change(story, audience, visible, known));
    }

    private static Optional<LibraryEvent> change(
            StoryPublished story, LibraryAudience audience, boolean visible, boolean known) {
        if (visible) {
            String change = known ? LibraryEvent.CHANGED : LibraryEvent.ADDED;
            return Optional.of(new LibraryEvent(story.story(), story.revision(), change, null, audience));
        }
        return known
                ? Optional.of(
                        new LibraryEvent(story.story(), story.revision(), LibraryEvent.REMOVED, EMBARGO, audience))
                : Optional.empty();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
