package nl.etalage.content.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Lets a story leave the library with the first of its files that may be used no longer. Every read filters on that
 * moment already, as it is the end of the story's own time.
 */
final class MediaEnd {

    private static final String OF_STORY = "SELECT library_follow_media(ARRAY[CAST(? AS uuid)])";
    private static final String OF_ASSET =
            """
            SELECT library_follow_media(ARRAY(SELECT story FROM library_item WHERE assets @> ARRAY[CAST(? AS uuid)]
                ORDER BY story FOR UPDATE))""";

    private MediaEnd() {}

    /** After a story was put on the shelf. */
    static void ofStory(Connection connection, UUID story) throws SQLException {
        follow(connection, OF_STORY, story);
    }

    /** After something else was said of a file, in all stories that show it. */
    static void ofAsset(Connection connection, UUID asset) throws SQLException {
        follow(connection, OF_ASSET, asset);
    }

    private static void follow(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            update.execute();
        }
    }
}
