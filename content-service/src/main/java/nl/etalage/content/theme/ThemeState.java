package nl.etalage.content.theme;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a theme can be given to stories. */
public enum ThemeState {
    @JsonProperty("active")
    ACTIVE,
    /** Stories that have it keep it and are found by it; no other story gets it. */
    @JsonProperty("retired")
    RETIRED
}
