package nl.etalage.content.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.adaptation.Overrides;
import nl.etalage.content.ops.StoredJson;
import nl.etalage.content.story.StoryContent;

/**
 * A story as one shop finds it in the database.
 *
 * @param place its part or rank in the order asked; higher comes first
 * @param adaptation id of the shop's own version; null when it has none
 */
record LibraryRow(
        UUID story,
        int revision,
        long place,
        Instant appearedAt,
        Instant updatedAt,
        List<UUID> campaigns,
        StoryContent content,
        UUID adaptation,
        Overrides overrides) {

    static LibraryRow of(ResultSet row) throws SQLException {
        try {
            String overrides = row.getString("overrides");
            return new LibraryRow(
                    row.getObject("story", UUID.class),
                    row.getInt("revision"),
                    row.getLong("place"),
                    row.getObject("appeared_at", OffsetDateTime.class).toInstant(),
                    row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                    Arrays.asList((UUID[]) row.getArray("campaigns").getArray()),
                    StoredJson.MAPPER.readValue(row.getString("content"), StoryContent.class),
                    row.getObject("adaptation", UUID.class),
                    overrides == null ? Overrides.NONE : StoredJson.MAPPER.readValue(overrides, Overrides.class));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored story can't be read", damaged);
        }
    }

    /** What a page that ends with it goes on after. */
    List<String> keys() {
        return List.of(String.valueOf(place), appearedAt.toString(), story.toString());
    }

    /** The shop's own version where it has one, else the story. */
    StoryContent shown() {
        return overrides.on(content);
    }

    /** Whether anything is in the shop's own words. */
    boolean own() {
        return !overrides.fields().isEmpty();
    }
}
