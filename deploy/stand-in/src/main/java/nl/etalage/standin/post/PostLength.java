package nl.etalage.standin.post;

import java.util.regex.Pattern;

/**
 * Counts as Mastodon does: what a reader sees as one character is one, a link is 23 whatever its length, and of
 * someone on another server only the first half of the name counts.
 *
 * @see <a href="https://docs.joinmastodon.org/user/posting/#text">Posting: text</a>
 */
public final class PostLength {
    public static final int LIMIT = 500;
    public static final int LINK = 23;

    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    /** No text this long fits, so counting stops at it: in UTF-16 units. */
    private static final int HOPELESS = 100_000;

    private PostLength() {}

    public static int of(String spoilerText, String text) {
        if (spoilerText.length() + text.length() > HOPELESS) {
            return HOPELESS;
        }
        StringBuilder counted = new StringBuilder(spoilerText);
        int from = 0;
        for (TextEntity entity : TextEntity.allIn(text)) {
            counted.append(text, from, entity.start()).append(counted(entity, text));
            from = entity.end();
        }
        counted.append(text, from, text.length());
        return Math.toIntExact(GRAPHEME.matcher(counted).results().count());
    }

    private static String counted(TextEntity entity, String text) {
        String written = entity.in(text);
        return switch (entity.kind()) {
            case LINK -> "x".repeat(LINK);
            case REMOTE_MENTION -> written.substring(0, written.indexOf('@', 1));
            case HASHTAG -> written;
        };
    }
}
