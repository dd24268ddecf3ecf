package nl.etalage.content.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import nl.etalage.content.story.StoryState;

/** Whether an adaptation can be planned. It follows from its story, so that a withdrawal reaches all at once. */
public enum AdaptationState {
    @JsonProperty("open")
    OPEN("open"),
    /** The story was withdrawn, or is over. */
    @JsonProperty("recalled")
    RECALLED("recalled");

    private final String word;

    AdaptationState(String word) {
        this.word = word;
    }

    /** The word in events. */
    public String word() {
        return word;
    }

    static AdaptationState of(StoryState story) {
        return story == StoryState.RELEASED ? OPEN : RECALLED;
    }
}
