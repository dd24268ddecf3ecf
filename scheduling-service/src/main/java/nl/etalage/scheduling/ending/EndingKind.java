package nl.etalage.scheduling.ending;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.UUID;

/** What ends. */
public enum EndingKind {
    /** A story, with every post made of it. */
    STORY("story"),
    /** A picture, with every post that shows it. */
    PICTURE("asset");

    private final String member;

    EndingKind(String member) {
        this.member = member;
    }

    /** The word in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EndingKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Which one, in an event of content-service. */
    UUID subject(JsonNode data) {
        return UUID.fromString(data.path(member).asText());
    }
}
