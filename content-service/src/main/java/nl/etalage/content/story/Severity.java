package nl.etalage.content.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How much a correction matters to whoever used the story. */
public enum Severity {
    /** Spelling, or a better word. */
    @JsonProperty("minor")
    MINOR,
    /** Something that was wrong. */
    @JsonProperty("major")
    MAJOR,
    /** Something that does harm while it stands. */
    @JsonProperty("critical")
    CRITICAL;

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
