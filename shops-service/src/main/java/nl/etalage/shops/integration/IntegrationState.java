package nl.etalage.shops.integration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a binding works. A removed one is gone, and says so only in its last event. */
public enum IntegrationState {
    @JsonProperty("active")
    ACTIVE,
    /** Lets its machine do nothing for now. */
    @JsonProperty("paused")
    PAUSED;

    /** The word in JSON, in events and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static IntegrationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
