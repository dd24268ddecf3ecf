package nl.etalage.scheduling.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Where a publication can go. */
public enum PlatformName {
    @JsonProperty("mastodon")
    MASTODON,
    @JsonProperty("bluesky")
    BLUESKY,
    @JsonProperty("facebook")
    FACEBOOK,
    @JsonProperty("instagram")
    INSTAGRAM,
    @JsonProperty("threads")
    THREADS,
    @JsonProperty("linkedin")
    LINKEDIN,
    @JsonProperty("google-business")
    GOOGLE_BUSINESS,
    @JsonProperty("wordpress")
    WORDPRESS,
    @JsonProperty("newsletter")
    NEWSLETTER,
    @JsonProperty("webhook")
    WEBHOOK,
    @JsonProperty("website-feed")
    WEBSITE_FEED,
    @JsonProperty("poster")
    POSTER,
    /** A person posts it, anywhere; we give text, picture and a reminder. */
    @JsonProperty("assisted")
    ASSISTED;

    /** The name in the API and the database, such as {@code google-business}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is no such platform */
    @JsonCreator
    public static PlatformName of(String word) {
        return Arrays.stream(values())
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No platform " + word));
    }

    /** Whether a channel can be connected today. */
    public boolean available() {
        return this == MASTODON || this == ASSISTED;
    }
}
