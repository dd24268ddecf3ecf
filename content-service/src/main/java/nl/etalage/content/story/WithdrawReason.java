package nl.etalage.content.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a story is taken back. */
public enum WithdrawReason {
    @JsonProperty("mistake")
    MISTAKE,
    @JsonProperty("consent-withdrawn")
    CONSENT_WITHDRAWN,
    @JsonProperty("licence-ended")
    LICENCE_ENDED,
    @JsonProperty("safety")
    SAFETY;

    /** The word in the API, in events and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
