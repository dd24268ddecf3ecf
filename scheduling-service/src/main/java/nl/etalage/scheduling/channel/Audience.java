package nl.etalage.scheduling.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a channel speaks to. */
public enum Audience {
    @JsonProperty("customers")
    CUSTOMERS,
    @JsonProperty("volunteers")
    VOLUNTEERS,
    @JsonProperty("likeMinded")
    LIKE_MINDED
}
