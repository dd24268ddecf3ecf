package nl.etalage.content.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What kind of story it is. */
public enum StoryType {
    @JsonProperty("product")
    PRODUCT,
    @JsonProperty("maker")
    MAKER,
    @JsonProperty("impact")
    IMPACT,
    @JsonProperty("shop")
    SHOP,
    @JsonProperty("campaign")
    CAMPAIGN,
    @JsonProperty("event")
    EVENT,
    /** Ends at a moment, with a goal. */
    @JsonProperty("appeal")
    APPEAL,
    @JsonProperty("vacancy")
    VACANCY,
    @JsonProperty("practice")
    PRACTICE,
    @JsonProperty("playbook")
    PLAYBOOK,
    @JsonProperty("tip")
    TIP;

    /** The word in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
