package nl.etalage.content.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.content.asset.AssetEnd;
import nl.etalage.eventfeed.NewEvent;

/** A change that time made to a story in the library. */
public final class TimedChange {

    private final UUID story;
    private final int revision;
    private final boolean announced;
    private final UUID siblings;
    private final LibraryAudience audience;
    private final String reason;

    private TimedChange(
            UUID story, int revision, boolean announced, UUID siblings, LibraryAudience audience, String reason) {
        this.story = story;
        this.revision = revision;
        this.announced = announced;
        this.siblings = siblings;
        this.audience = audience;
        this.reason = reason;
    }

    /**
     * Reads a row of library_item, and in {@code media_reason} why it changes when that is because of a file that may be
     * used no longer.
     */
    public static TimedChange of(ResultSet row) throws SQLException {
        return new TimedChange(
                row.getObject("story", UUID.class),
                row.getInt("revision"),
                row.getBoolean("announced"),
                row.getObject("translation_set", UUID.class),
                LibraryAudience.of(row),
                row.getString("media_reason"));
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

    /** What followers hear when it is filled from another campaign, or a sibling came or went. */
    public NewEvent changed() {
        return new LibraryEvent(story, revision, LibraryEvent.CHANGED, null, audience).toEvent();
    }

    /** What followers hear when its embargo ended. */
    public NewEvent appeared() {
        return new LibraryEvent(story, revision, LibraryEvent.ADDED, null, audience).toEvent();
    }

    /** Why it is taken back: consent or licence of one of its files; null when it is merely over, or begins. */
    public String reason() {
        return reason;
    }

    /** What followers hear when it is over or taken back; nothing when they never knew of it. */
    public Optional<NewEvent> removed() {
        return told(LibraryEvent.REMOVED, reason == null ? "expired" : reason);
    }

    /** What followers hear before it is taken back; nothing when they don't know of it. */
    public Optional<NewEvent> ending() {
        return told(LibraryEvent.CHANGED, warning());
    }

    /** The word for what is going to happen. */
    public String warning() {
        return AssetEnd.LICENCE.equals(reason) ? "licence-ends" : "consent-ends";
    }

    private Optional<NewEvent> told(String change, String why) {
        return announced
                ? Optional.of(new LibraryEvent(story, revision, change, why, audience).toEvent())
                : Optional.empty();
    }
}
