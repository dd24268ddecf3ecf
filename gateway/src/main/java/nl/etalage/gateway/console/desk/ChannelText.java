package nl.etalage.gateway.console.desk;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a story can have a text of its own, with how much fits there. It helps while writing; what counts in the end is
 * the rendering, where merge fields are filled.
 */
enum ChannelText {
    FACEBOOK(0, Counting.POINTS),
    INSTAGRAM(2_200, Counting.POINTS),
    ASSISTED(0, Counting.POINTS),
    MASTODON(500, Counting.LINKS_AS_23),
    BLUESKY(300, Counting.SEEN),
    THREADS(500, Counting.POINTS),
    LINKEDIN(3_000, Counting.POINTS),
    GOOGLE_BUSINESS(1_500, Counting.POINTS),
    NEWSLETTER(0, Counting.POINTS),
    POSTER(0, Counting.POINTS),
    WORDPRESS(0, Counting.POINTS),
    WEBSITE_FEED(0, Counting.POINTS),
    WEBHOOK(0, Counting.POINTS);

    /** What counts as a character. */
    enum Counting {
        POINTS,
        /** What a reader sees as one character. */
        SEEN,
        /** As {@link #SEEN}, and every link counts as 23. */
        LINKS_AS_23
    }

    /** Longest text the contract takes for a channel. */
    static final int MOST = 5_000;

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"()]+");
    private static final Pattern SEEN = Pattern.compile("\\X");

    private final int fits;
    private final Counting counting;

    ChannelText(int fits, Counting counting) {
        this.fits = fits;
        this.counting = counting;
    }

    /** The word in the API. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String field() {
        return "channelTexts." + word();
    }

    /** How many characters fit. */
    int fits() {
        return fits == 0 ? MOST : fits;
    }

    /** How it counts, as the script on the page knows it. */
    String way() {
        return counting.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int length(String text) {
        return switch (counting) {
            case POINTS -> text.codePointCount(0, text.length());
            case SEEN -> seen(text);
            case LINKS_AS_23 -> seen(LINK.matcher(text).replaceAll("x".repeat(23)));
        };
    }

    private static int seen(String text) {
        int length = 0;
        Matcher character = SEEN.matcher(text);
        while (character.find()) {
            length++;
        }
        return length;
    }
}
