package nl.etalage.content.story;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a story is for. */
public enum StoryFunction {
    @JsonProperty("visibility")
    VISIBILITY,
    @JsonProperty("persuasion")
    PERSUASION,
    @JsonProperty("awareness")
    AWARENESS,
    @JsonProperty("organising")
    ORGANISING,
    @JsonProperty("action")
    ACTION,
    @JsonProperty("discussion")
    DISCUSSION,
    @JsonProperty("identity")
    IDENTITY
}
