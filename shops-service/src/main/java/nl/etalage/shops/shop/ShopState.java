package nl.etalage.shops.shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a shop takes part. */
public enum ShopState {
    /** Known to the central group, but hasn't said yes: publishes nothing and is not shown to shops. */
    @JsonProperty("candidate")
    CANDIDATE,
    @JsonProperty("active")
    ACTIVE,
    /** Left the network; its data stays until it is erased. */
    @JsonProperty("closed")
    CLOSED;

    /** The word in JSON, in events and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
