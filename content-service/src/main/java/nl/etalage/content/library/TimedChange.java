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
    private final LibraryAudience audience;

    private TimedChange(UUID story, int revision, boolean announced, LibraryAudience audience) {
        this.story = story;
        this.revision = revision;
        this.announced = announced;
        this.audience = audience;
    }

    /** Reads a row of library_item. */
    public static TimedChange of(ResultSet row) throws SQLException {
        return new TimedChange(
                row.getObject("story", UUID.class),
                row.getInt("revision"),
                row.getBoolean("announced"),
                LibraryAudience.of(row));
    }

    public UUID story() {
        return story;
    }

    public int revision() {
        return revision;
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
