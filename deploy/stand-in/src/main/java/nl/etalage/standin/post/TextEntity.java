package nl.etalage.standin.post;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a text that Mastodon makes something of: a link, a hashtag or someone on another server.
 *
 * @param start first position
 * @param end position after the last
 */
record TextEntity(Kind kind, int start, int end) {
    enum Kind {
        LINK,
        HASHTAG,
        REMOTE_MENTION
    }

    /** Only http and https with a real domain: {@code http://localhost} is plain text to Mastodon too. */
    private static final String LINK = "(?<![\\p{L}\\p{N}@#$_])(?<link>https?://"
            + "(?:[\\p{L}\\p{N}_-]{1,63}+\\.)+(?:xn--[a-z0-9-]{1,59}|\\p{L}{2,63})(?![\\p{L}\\p{N}@_-])"
            + "(?::\\d{1,5})?(?<rest>(?:/[^\\p{IsWhite_Space}<>?]*+)?(?:\\?[^\\p{IsWhite_Space}<>]*+)?))";

    private static final String MENTION = "(?<![\\p{L}\\p{N}/_])(?<mention>@\\w[\\w.-]{0,63}@[\\p{L}\\p{N}.-]{1,253})";
    private static final String HASHTAG =
            "(?<![\\p{L}\\p{N}/&_)])(?<hashtag>#(?=[\\p{N}_]{0,100}+\\p{L})[\\p{L}\\p{M}\\p{N}_]{1,100}+)";
    private static final Pattern ANY =
            Pattern.compile(LINK + "|" + MENTION + "|" + HASHTAG, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String NEVER_LAST_IN_A_LINK = "?!*\"'「」;:=,.$%[]~&|@";

    /** Those in the text, in order, none overlapping another. */
    static List<TextEntity> allIn(String text) {
        List<TextEntity> found = new ArrayList<>();
        Matcher matcher = ANY.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            TextEntity entity = of(matcher, text);
            found.add(entity);
            from = entity.end;
        }
        return List.copyOf(found);
    }

    String in(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    private static TextEntity of(Matcher matcher, String text) {
        if (matcher.group("link") != null) {
            return new TextEntity(Kind.LINK, matcher.start(), endOfLink(text, matcher.start("rest"), matcher.end()));
        }
        Kind kind = matcher.group("mention") != null ? Kind.REMOTE_MENTION : Kind.HASHTAG;
        return new TextEntity(kind, matcher.start(), matcher.end());
    }

    // The point that ends a sentence is no part of the link, nor is a bracket that opened before it.
    private static int endOfLink(String text, int rest, int end) {
        String part = text.substring(rest, end);
        long tooManyClosed = part.chars().filter(c -> c == ')').count()
                - part.chars().filter(c -> c == '(').count();
        int last = end;
        while (last > rest) {
            char c = text.charAt(last - 1);
            if (c == ')' && tooManyClosed > 0) {
                tooManyClosed--;
            } else if (NEVER_LAST_IN_A_LINK.indexOf(c) < 0) {
                return last;
            }
            last--;
        }
        return last;
    }
}
