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

/**
 * A story that one shop may use, and what it made of it; not yet what the story says.
 *
 * @param place its part or rank in the order asked; higher comes first
 * @param adaptation id of the shop's own version; null when it has none
 */
record FoundStory(
        UUID story,
        int revision,
        long place,
        Instant appearedAt,
        Instant updatedAt,
        List<UUID> campaigns,
        UUID adaptation,
        Overrides overrides) {

    static FoundStory of(ResultSet row) throws SQLException {
        try {
            String overrides = row.getString("overrides");
            return new FoundStory(
                    row.getObject("story", UUID.class),
                    row.getInt("revision"),
                    row.getLong("place"),
                    row.getObject("appeared_at", OffsetDateTime.class).toInstant(),
                    row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                    Arrays.asList((UUID[]) row.getArray("campaigns").getArray()),
                    row.getObject("adaptation", UUID.class),
                    overrides == null ? Overrides.NONE : StoredJson.MAPPER.readValue(overrides, Overrides.class));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored version can't be read", damaged);
        }
    }

    /** What a page that ends with it goes on after. */
    List<String> keys() {
        return List.of(String.valueOf(place), appearedAt.toString(), story.toString());
    }

    /** Whether anything is in the shop's own words. */
    boolean own() {
        return !overrides.fields().isEmpty();
    }
}
