package nl.etalage.content.platform;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The several meanings of "character". */
enum Counting {
    /** UTF-16 code units, as JavaScript counts. */
    UTF16 {
        @Override
        int of(String text) {
            return text.length();
        }
    },
    CODE_POINTS {
        @Override
        int of(String text) {
            return text.codePointCount(0, text.length());
        }
    },
    /** What a reader sees as one character. */
    GRAPHEMES {
        @Override
        int of(String text) {
            if (text.chars().allMatch(Counting::standsAlone)) {
                return text.length();
            }
            int count = 0;
            Matcher grapheme = GRAPHEME.matcher(text);
            while (grapheme.find()) {
                count++;
            }
            return count;
        }
    },
    /** Graphemes; a link counts as 23, and of a mention only the name. Source: Mastodon's StatusLengthValidator. */
    MASTODON {
        @Override
        int of(String text) {
            String linksAsTheyCount =
                    text.contains("://") ? LINK.matcher(text).replaceAll("$1" + "x".repeat(LINK_LENGTH)) : text;
            return GRAPHEMES.of(
                    text.indexOf('@') < 0
                            ? linksAsTheyCount
                            : MENTION.matcher(linksAsTheyCount).replaceAll("@$1"));
        }
    },
    /** Code points; an emoji counts as its bytes in UTF-8. */
    THREADS {
        @Override
        int of(String text) {
            return text.codePoints()
                    .map(point -> emoji(point)
                            ? new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8).length
                            : 1)
                    .sum();
        }
    };

    private static final int LINK_LENGTH = 23;
    private static final int FIRST_COMBINING = 0x300;
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern LINK =
            Pattern.compile("(^|[^\\p{L}\\p{N}@#/])https?://[^\\s<>\"()]+[^\\s<>\"().,;:!?]");
    private static final Pattern MENTION = Pattern.compile("@([a-zA-Z0-9_]+)@[\\p{L}\\p{N}.-]+[\\p{L}\\p{N}]");

    abstract int of(String text);

    /** Letters and marks of Western languages; before what combines with them, and without the two of a line's end. */
    private static boolean standsAlone(int unit) {
        return unit < FIRST_COMBINING && unit != '\r';
    }

    /** The blocks that hold emoji and what joins them; Java 17 doesn't know the property itself. */
    private static boolean emoji(int point) {
        return point >= 0x1F000 || (point >= 0x2190 && point <= 0x2BFF) || point == 0x200D || point == 0xFE0F;
    }
}
