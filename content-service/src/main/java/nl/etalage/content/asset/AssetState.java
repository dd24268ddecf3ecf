package nl.etalage.content.asset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a picture may be used. */
public enum AssetState {
    @JsonProperty("available")
    AVAILABLE,
    /** The people in it agreed until a day that is past, or did not agree. */
    @JsonProperty("consent-ended")
    CONSENT_ENDED,
    /** Its licence was until a day that is past. */
    @JsonProperty("licence-ended")
    LICENCE_ENDED
}
