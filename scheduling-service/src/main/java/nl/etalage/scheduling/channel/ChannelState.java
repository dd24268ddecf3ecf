package nl.etalage.scheduling.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a channel works. */
public enum ChannelState {
    /** Not tried yet. */
    @JsonProperty("new")
    NEW,
    @JsonProperty("healthy")
    HEALTHY,
    /** The last call was refused; the reason says why. */
    @JsonProperty("failing")
    FAILING,
    /** Its credentials are gone. */
    @JsonProperty("disconnected")
    DISCONNECTED;

    /** The word in the API and the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such state */
    @JsonCreator
    public static ChannelState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
