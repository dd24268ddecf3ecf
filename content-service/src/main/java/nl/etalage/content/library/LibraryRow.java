package nl.etalage.content.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.ops.StoredJson;
import nl.etalage.content.story.StoryContent;

/** A story as one shop finds it in the database, with what it says. */
record LibraryRow(FoundStory found, StoryContent content) {

    /** From the content as it is stored. */
    static LibraryRow of(FoundStory found, String content) {
        try {
            return new LibraryRow(found, StoredJson.MAPPER.readValue(content, StoryContent.class));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored story can't be read", damaged);
        }
    }

    UUID story() {
        return found.story();
    }

    List<UUID> campaigns() {
        return found.campaigns();
    }

    /** The shop's own version where it has one, else the story. */
    StoryContent shown() {
        return found.overrides().on(content);
    }
}
