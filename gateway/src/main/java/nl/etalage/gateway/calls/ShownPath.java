package nl.etalage.gateway.calls;

import java.util.regex.Pattern;

/**
 * A request path as a log may show it. Links to feeds, calendars, weeks and invitations have a secret for a segment. A
 * secret is long and mixed; an id, a short name or a word is not: what could be a secret is left out, whatever the path.
 */
final class ShownPath {

    private static final int LONGEST = 200;

    /** Random enough to be a secret takes at least this many characters. */
    private static final int COULD_BE_SECRET = 16;

    private static final Pattern HARMLESS =
            Pattern.compile("[a-z.-]*|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private ShownPath() {}

    static String of(String path) {
        if (path == null) {
            return null;
        }
        StringBuilder shown = new StringBuilder();
        int start = 0;
        while (start <= path.length() && shown.length() < LONGEST) {
            int end = path.indexOf('/', start);
            int until = end < 0 ? path.length() : end;
            shown.append(segment(path.substring(start, until)));
            if (end >= 0) {
                shown.append('/');
            }
            start = until + 1;
        }
        return shown.toString();
    }

    private static String segment(String segment) {
        boolean shown =
                segment.length() < COULD_BE_SECRET || HARMLESS.matcher(segment).matches();
        return shown ? segment : "…";
    }
}
