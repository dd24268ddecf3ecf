package nl.etalage.content.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.etalage.eventfeed.NewEvent;

/**
 * Lets a story leave the library with the first of its files that may be used no longer. Every read filters on that
 * moment already, as it is the end of the story's own time. Of an end that was there before and moves, services hear.
 */
final class MediaEnd {

    private static final String HOLD = "SELECT FROM asset WHERE id = ANY (?) ORDER BY id FOR SHARE";
    private static final String STORY = "SELECT story, media_until FROM library_item WHERE story = ? FOR UPDATE";
    private static final String WITH_ASSET =
            """
            SELECT story, media_until FROM library_item WHERE assets @> ARRAY[CAST(? AS uuid)]
            ORDER BY story FOR UPDATE""";
    private static final String FOLLOW = "SELECT library_follow_media(?)";
    private static final String AFTER =
            """
            SELECT story, media_until FROM library_item WHERE story = ANY (?) AND media_until IS NOT NULL
            ORDER BY story""";

    private MediaEnd() {}

    /**
     * Before a story that shows these is put on the shelf. Whoever describes one of them at the same moment is waited for,
     * or waits and then finds the story there: one of the two sees the other, and the end isn't missed. The files come
     * before the story, as they do for who describes one.
     */
    static void hold(Connection connection, Collection<UUID> files) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HOLD)) {
            select.setArray(1, connection.createArrayOf("uuid", files.toArray()));
            select.execute();
        }
    }

    /** After a story was put on the shelf; what the feed for services is to hear. */
    static List<NewEvent> ofStory(Connection connection, UUID story) throws SQLException {
        return follow(connection, STORY, story);
    }

    /** After something else was said of a file, in all stories that show it; what the feed for services is to hear. */
    static List<NewEvent> ofAsset(Connection connection, UUID asset) throws SQLException {
        return follow(connection, WITH_ASSET, asset);
    }

    private static List<NewEvent> follow(Connection connection, String which, UUID id) throws SQLException {
        Map<UUID, OffsetDateTime> before = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(which)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    before.put(row.getObject("story", UUID.class), row.getObject("media_until", OffsetDateTime.class));
                }
            }
        }
        if (before.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement update = connection.prepareStatement(FOLLOW)) {
            update.setArray(1, connection.createArrayOf("uuid", before.keySet().toArray()));
            update.execute();
        }
        before.values().removeIf(Objects::isNull);
        return before.isEmpty() ? List.of() : moved(connection, before);
    }

    private static List<NewEvent> moved(Connection connection, Map<UUID, OffsetDateTime> before) throws SQLException {
        List<NewEvent> moved = new ArrayList<>();
        Map<UUID, OffsetDateTime> gone = new HashMap<>(before);
        try (PreparedStatement select = connection.prepareStatement(AFTER)) {
            select.setArray(1, connection.createArrayOf("uuid", before.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID story = row.getObject("story", UUID.class);
                    OffsetDateTime now = row.getObject("media_until", OffsetDateTime.class);
                    if (!gone.remove(story).isEqual(now)) {
                        moved.add(event(story, Map.of("endsAt", now.toInstant().toString())));
                    }
                }
            }
        }
        gone.keySet().stream().sorted().forEach(story -> moved.add(event(story, Map.of())));
        return moved;
    }

    private static NewEvent event(UUID story, Map<String, Object> end) {
        Map<String, Object> data = new HashMap<>(end);
        data.put("story", story);
        return new NewEvent("nl.etalage.content.story.ending-moved.v1", "story/" + story + "/ending", data);
    }
}
