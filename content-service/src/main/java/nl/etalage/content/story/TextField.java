package nl.etalage.content.story;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The parts of a story that a shop may say in its own words, and that the network may lock. */
public enum TextField {
    @JsonProperty("title")
    TITLE("title"),
    @JsonProperty("summary")
    SUMMARY("summary"),
    @JsonProperty("body")
    BODY("body"),
    @JsonProperty("question")
    QUESTION("question"),
    @JsonProperty("callToAction")
    CALL_TO_ACTION("callToAction"),
    @JsonProperty("channelTexts")
    CHANNEL_TEXTS("channelTexts"),
    @JsonProperty("assets")
    ASSETS("assets");

    private final String word;

    TextField(String word) {
        this.word = word;
    }

    /** The name of the field in JSON. */
    public String word() {
        return word;
    }
}
