package nl.etalage.content.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.content.ops.StoredJson;
import nl.etalage.content.story.StoriesRethemed;
import nl.etalage.content.story.StoryContent;
import nl.etalage.eventfeed.EventFeed;

/** Has stories in the library found by the theme they have instead of another, and tells who follows. */
@ApplicationScoped
class RethemeShelf {

    private static final String FIND =
            """
            SELECT i.story, r.content FROM library_item i
            JOIN story_revision r ON r.story = i.story AND r.number = i.revision
            WHERE i.facets @> ARRAY[CAST(? AS text)] ORDER BY i.story FOR UPDATE OF i""";

    private static final String CHANGE =
            """
            UPDATE library_item SET updated_at = ?, facets = ?,
                words = setweight(to_tsvector(CAST(? AS regconfig), ?), 'A')
                    || setweight(to_tsvector(CAST(? AS regconfig), ?), 'B')
                    || setweight(to_tsvector(CAST(? AS regconfig), ?), 'C')
            WHERE story = ?
            RETURNING story, revision, owner_group, groups, reach, only_stocked, translation_set,
                announced OR visible_from <= ? AS told""";

    private final DataSource dataSource;
    private final EventFeed feed;
    private final Clock clock;

    RethemeShelf(DataSource dataSource, EventFeed feed, Clock clock) {
        this.dataSource = dataSource;
        this.feed = feed;
        this.clock = clock;
    }

    void follow(@Observes StoriesRethemed rethemed) {
        List<LibraryEvent> changes = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (Map.Entry<UUID, StoryContent> story :
                    found(connection, rethemed.before()).entrySet()) {
                change(connection, story.getKey(), story.getValue(), changes);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be written", failure);
        }
        changes.forEach(change -> feed.append(LibraryEvent.FEED, change.toEvent()));
    }

    private static Map<UUID, StoryContent> found(Connection connection, String theme) throws SQLException {
        Map<UUID, StoryContent> found = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, StoryFacet.THEME.with(theme));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getObject("story", UUID.class),
                            StoredJson.MAPPER.readValue(row.getString("content"), StoryContent.class));
                }
            }
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored story can't be read", damaged);
        }
        return found;
    }

    private void change(Connection connection, UUID story, StoryContent content, List<LibraryEvent> changes)
            throws SQLException {
        SearchWords words = SearchWords.of(content);
        try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            update.setObject(1, now);
            update.setArray(
                    2, connection.createArrayOf("text", StoryFacet.of(content).toArray()));
            words.bind(update, 3);
            update.setObject(9, story);
            update.setObject(10, now);
            try (ResultSet row = update.executeQuery()) {
                if (row.next() && row.getBoolean("told")) {
                    changes.add(new LibraryEvent(
                            story, row.getInt("revision"), LibraryEvent.CHANGED, null, LibraryAudience.of(row)));
                }
            }
        }
        Vocabulary.learn(connection, words);
    }
}
