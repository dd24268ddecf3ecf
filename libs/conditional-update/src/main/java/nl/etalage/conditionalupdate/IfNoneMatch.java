package nl.etalage.conditionalupdate;

/** Tells whether a reader has the present representation already. */
public final class IfNoneMatch {

    private IfNoneMatch() {}

    /**
     * Whether to answer 304.
     *
     * @param header value of If-None-Match, or null
     * @param tag present ETag, quoted; compared weakly
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2">RFC 9110, section 13.1.2</a>
     */
    public static boolean matches(String header, String tag) {
        if (header == null) {
            return false;
        }
        String wanted = strong(tag);
        return TagList.any(header)
                || TagList.of(header).stream().anyMatch(held -> strong(held).equals(wanted));
    }

    private static String strong(String tag) {
        return tag.startsWith(TagList.WEAK) ? tag.substring(TagList.WEAK.length()) : tag;
    }
}
