package nl.etalage.content.story;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a story speaks to. */
public enum Audience {
    @JsonProperty("customers")
    CUSTOMERS,
    @JsonProperty("volunteers")
    VOLUNTEERS,
    @JsonProperty("likeMinded")
    LIKE_MINDED
}
