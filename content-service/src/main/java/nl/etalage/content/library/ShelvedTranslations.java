package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.content.story.StoryPublished;
import nl.etalage.eventfeed.EventFeed;

/**
 * Keeps together a story and its translations in the library. Which of them a shop's lists have, changes with each that
 * comes or goes; so who follows hears of all of them.
 */
@ApplicationScoped
class ShelvedTranslations {

    private static final String TRANSLATED = "SELECT EXISTS (SELECT FROM library_item WHERE translation_set = ?)";

    /** The first of a set knows only now that it has others. */
    private static final String JOIN =
            "UPDATE library_item SET translation_set = story WHERE story = ? AND translation_set IS NULL";

    private static final String SIBLINGS =
            """
            SELECT story, revision, owner_group, groups, reach, only_stocked, translation_set FROM library_item
            WHERE translation_set = ? AND story <> ? AND announced ORDER BY story""";

    private final EventFeed feed;

    ShelvedTranslations(EventFeed feed) {
        this.feed = feed;
    }

    /** The story that it and its siblings are translations of; empty when it has none. */
    Optional<UUID> setOf(Connection connection, StoryPublished story) throws SQLException {
        UUID original = story.content().translationOf();
        if (original != null) {
            try (PreparedStatement join = connection.prepareStatement(JOIN)) {
                join.setObject(1, original);
                join.executeUpdate();
            }
            return Optional.of(original);
        }
        try (PreparedStatement select = connection.prepareStatement(TRANSLATED)) {
            select.setObject(1, story.story());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1) ? Optional.of(story.story()) : Optional.empty();
            }
        }
    }

    /** Tells of the others of a set that they may be listed elsewhere now. */
    void tellSiblings(Connection connection, UUID set, UUID except) {
        List<LibraryEvent> changes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SIBLINGS)) {
            select.setObject(1, set);
            select.setObject(2, except);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changes.add(new LibraryEvent(
                            row.getObject("story", UUID.class),
                            row.getInt("revision"),
                            LibraryEvent.CHANGED,
                            null,
                            LibraryAudience.of(row)));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be read", failure);
        }
        changes.forEach(change -> feed.append(LibraryEvent.FEED, change.toEvent()));
    }
}
