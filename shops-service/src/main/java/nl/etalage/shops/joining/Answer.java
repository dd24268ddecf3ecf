package nl.etalage.shops.joining;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a shop says when it is asked to join. */
public enum Answer {
    @JsonProperty("yes")
    YES(JoiningState.YES),
    @JsonProperty("later")
    LATER(JoiningState.LATER),
    @JsonProperty("no")
    NO(JoiningState.NO);

    private final JoiningState state;

    Answer(JoiningState state) {
        this.state = state;
    }

    JoiningState state() {
        return state;
    }
}
