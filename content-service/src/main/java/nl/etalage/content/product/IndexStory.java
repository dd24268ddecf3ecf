package nl.etalage.content.product;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;
import nl.etalage.content.library.KeysOfStory;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.StoryPublished;

/** Keeps the keys of the stories in the library, in the transaction that releases or corrects; they leave with it. */
@ApplicationScoped
class IndexStory implements KeysOfStory {

    /** The library's own row must be there first. */
    private static final int AFTER_THE_LIBRARY = Interceptor.Priority.APPLICATION + 600;

    private static final String PUT =
            """
            WITH given AS (SELECT unnest(CAST(? AS text[])) AS key),
            gone AS (DELETE FROM library_product WHERE story = ? AND key NOT IN (SELECT key FROM given))
            INSERT INTO library_product (key, story) SELECT key, ? FROM given ON CONFLICT DO NOTHING""";

    private static final String STOCKED =
            """
            INSERT INTO stocked_story (story, key) SELECT ?, unnest(CAST(? AS text[])) ON CONFLICT DO NOTHING""";

    private final DataSource dataSource;

    IndexStory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Collection<String> of(StoryContent content) {
        return StoryKeys.of(content);
    }

    void put(@Observes @Priority(AFTER_THE_LIBRARY) StoryPublished story) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement put = connection.prepareStatement(PUT);
                PreparedStatement stocked = connection.prepareStatement(STOCKED)) {
            Array keys = connection.createArrayOf("text", of(story.content()).toArray());
            put.setArray(1, keys);
            put.setObject(2, story.story());
            put.setObject(3, story.story());
            put.executeUpdate();
            if (story.content().onlyStocked()) {
                stocked.setObject(1, story.story());
                stocked.setArray(2, keys);
                stocked.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The products of a story can't be written", failure);
        }
    }
}
