package nl.etalage.shops.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a member is, at a shop or in the central group. */
public enum Role {
    @JsonProperty("editor")
    EDITOR(true),
    /** Reads, comments, and may release. */
    @JsonProperty("coach")
    COACH(true),
    @JsonProperty("admin")
    ADMIN(true),
    @JsonProperty("manager")
    MANAGER(false),
    @JsonProperty("publisher")
    PUBLISHER(false),
    /** Everything this person plans waits for approval. */
    @JsonProperty("contributor")
    CONTRIBUTOR(false),
    /** Integrations and keys, no planning. */
    @JsonProperty("webmaster")
    WEBMASTER(false);

    private final boolean central;

    Role(boolean central) {
        this.central = central;
    }

    /** Whether this is a role of the central group; the others are roles at a shop. */
    public boolean central() {
        return central;
    }

    /** The word in JSON, in events and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
