package nl.etalage.content.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a text can go, with what it takes there. The limits are those the platforms document; an instance or account
 * that allows more or less is given with the request.
 */
public enum Platform {
    /** docs.joinmastodon.org: 500 characters, a link counts as 23. */
    @JsonProperty("mastodon")
    MASTODON(500, Counting.MASTODON, false, 4),
    /** docs.bsky.app: 300 graphemes, four pictures. */
    @JsonProperty("bluesky")
    BLUESKY(300, Counting.GRAPHEMES, false, 4),
    @JsonProperty("facebook")
    FACEBOOK(63_206, Counting.UTF16, false, 10),
    @JsonProperty("instagram")
    INSTAGRAM(2_200, Counting.UTF16, false, 10),
    /** developers.facebook.com/docs/threads: 500, an emoji counts as its UTF-8 bytes. */
    @JsonProperty("threads")
    THREADS(500, Counting.THREADS, false, 20),
    @JsonProperty("linkedin")
    LINKEDIN(3_000, Counting.UTF16, false, 20),
    @JsonProperty("google-business")
    GOOGLE_BUSINESS(1_500, Counting.CODE_POINTS, false, 1),
    @JsonProperty("wordpress")
    WORDPRESS(null, Counting.CODE_POINTS, true, 20),
    @JsonProperty("newsletter")
    NEWSLETTER(null, Counting.CODE_POINTS, true, 20),
    @JsonProperty("webhook")
    WEBHOOK(null, Counting.CODE_POINTS, true, 20),
    @JsonProperty("website-feed")
    WEBSITE_FEED(null, Counting.CODE_POINTS, true, 20),
    @JsonProperty("poster")
    POSTER(null, Counting.CODE_POINTS, false, 1),
    /** Placed by hand, most often on a Facebook page. */
    @JsonProperty("assisted")
    ASSISTED(63_206, Counting.UTF16, false, 10);

    private final Integer limit;
    private final Counting counting;
    private final boolean markdown;
    private final int pictures;

    Platform(Integer limit, Counting counting, boolean markdown, int pictures) {
        this.limit = limit;
        this.counting = counting;
        this.markdown = markdown;
        this.pictures = pictures;
    }

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The platform of a word, or empty. */
    public static Optional<Platform> of(String word) {
        return Arrays.stream(values())
                .filter(platform -> platform.word().equals(word))
                .findFirst();
    }

    /** Longest text, as this platform counts; null when there is no limit. */
    public Integer limit() {
        return limit;
    }

    /** How long a text is, as this platform counts. */
    public int length(String text) {
        return counting.of(text);
    }

    /** Whether it takes Markdown as it is; the others get plain text. */
    public boolean takesMarkdown() {
        return markdown;
    }

    /** Most pictures in one post. */
    public int pictures() {
        return pictures;
    }

    /** Whether a post can't go without a picture. */
    public boolean needsPicture() {
        return this == INSTAGRAM;
    }
}
