package nl.etalage.content.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.eventfeed.NewEvent;

/** A change that time made to a story in the library. */
public final class TimedChange {

    private final UUID story;
    private final int revision;
    private final boolean announced;
    private final UUID siblings;
    private final LibraryAudience audience;

    private TimedChange(UUID story, int revision, boolean announced, UUID siblings, LibraryAudience audience) {
        this.story = story;
        this.revision = revision;
        this.announced = announced;
        this.siblings = siblings;
        this.audience = audience;
    }

    /** Reads a row of library_item. */
    public static TimedChange of(ResultSet row) throws SQLException {
        return new TimedChange(
                row.getObject("story", UUID.class),
                row.getInt("revision"),
                row.getBoolean("announced"),
                row.getObject("translation_set", UUID.class),
                LibraryAudience.of(row));
    }

    public UUID story() {
        return story;
    }

    public int revision() {
        return revision;
    }

    /** The story that it and its siblings are translations of; null without any. */
    public UUID siblings() {
        return siblings;
    }

    /** What followers hear when a sibling came or went. */
    public NewEvent beside() {
        return new LibraryEvent(story, revision, LibraryEvent.CHANGED, null, audience).toEvent();
    }

    /** What followers hear when its embargo ended. */
    public NewEvent appeared() {
        return new LibraryEvent(story, revision, LibraryEvent.ADDED, null, audience).toEvent();
    }

    /** What followers hear when it is over; nothing when they never knew of it. */
    public Optional<NewEvent> expired() {
        return announced
                ? Optional.of(new LibraryEvent(story, revision, LibraryEvent.REMOVED, "expired", audience).toEvent())
                : Optional.empty();
    }
}
