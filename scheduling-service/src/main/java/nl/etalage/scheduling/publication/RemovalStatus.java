package nl.etalage.scheduling.publication;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far the removal of something live has come. */
public enum RemovalStatus {
    /** Asked for, not done. */
    @JsonProperty("requested")
    REQUESTED,
    /** The platform or the person won't or can't. */
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("done")
    DONE;

    /** The word in the API and the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
