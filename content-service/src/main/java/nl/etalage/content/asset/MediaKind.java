package nl.etalage.content.asset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What people do with a file. */
public enum MediaKind {
    @JsonProperty("picture")
    PICTURE,
    @JsonProperty("video")
    VIDEO,
    @JsonProperty("sound")
    SOUND,
    @JsonProperty("document")
    DOCUMENT;

    /** Whether something is said or heard, so that who can't hear it needs words to read. */
    boolean heard() {
        return this == VIDEO || this == SOUND;
    }
}
