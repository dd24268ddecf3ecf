package nl.etalage.content.asset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that somebody asks for.
 *
 * @param from first byte
 * @param length how many; 0 where there is nothing to give
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, 14</a>
 */
record ByteRange(long from, long length) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /**
     * The part, or null where the whole is the answer: without such a header, with one that can't be understood, and
     * for several parts at once, which no player asks.
     */
    static ByteRange of(String header, long size) {
        Matcher asked = header == null ? null : ONE.matcher(header);
        if (asked == null
                || !asked.matches()
                || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return null;
        }
        if (asked.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(asked.group(2)));
            return new ByteRange(size - last, last);
        }
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        if (!asked.group(2).isEmpty() && Long.parseLong(asked.group(2)) < from) {
            return null;
        }
        return new ByteRange(from, Math.max(0, to - from + 1));
    }

    /** Value of Content-Range. */
    String of(long size) {
        return length == 0 ? "bytes */" + size : "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
