package nl.etalage.shops.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How it stands with an invitation to a shop. */
public enum JoiningState {
    /** The mail has yet to go. */
    @JsonProperty("waiting")
    WAITING,
    /** The mail went; no answer yet. */
    @JsonProperty("sent")
    SENT,
    /** The shop's mail server refused the mail. */
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("yes")
    YES,
    /** Not now; they are asked once more. */
    @JsonProperty("later")
    LATER,
    @JsonProperty("no")
    NO,
    /** Taken back; its links stopped working. */
    @JsonProperty("revoked")
    REVOKED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<JoiningState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
