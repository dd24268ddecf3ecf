package nl.etalage.gateway.proxy;

/**
 * Says whether a raw request path means the same to everyone who reads it. Dot segments, empty segments and encoded
 * separators do not: what the gateway routes and what a service opens could then be two different things.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3.3">RFC 3986, section 3.3</a>
 */
final class SafePath {

    private static final String UNENCODED = "-._~!$&'()*+,=:@/";

    private SafePath() {}

    /** @param path the raw path, percent-encoding intact, starting with a slash */
    static boolean holds(String path) {
        int start = 1;
        for (int at = 1; at <= path.length(); at++) {
            if (at == path.length() || path.charAt(at) == '/') {
                boolean trailingSlash = at == path.length() && at == start;
                if (dots(path, start, at) || (at == start && !trailingSlash)) {
                    return false;
                }
                start = at + 1;
            } else if (path.charAt(at) == '%') {
                if (!harmless(path, at)) {
                    return false;
                }
                at += 2;
            } else if (!plain(path.charAt(at))) {
                return false;
            }
        }
        return path.startsWith("/");
    }

    private static boolean dots(String path, int from, int until) {
        int length = until - from;
        return (length == 1 && path.charAt(from) == '.')
                || (length == 2 && path.charAt(from) == '.' && path.charAt(from + 1) == '.');
    }

    private static boolean plain(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || UNENCODED.indexOf(letter) >= 0;
    }

    /** Two hexadecimal digits that do not spell a separator, a dot, a percent sign or a control character. */
    private static boolean harmless(String path, int percent) {
        if (percent + 2 >= path.length()) {
            return false;
        }
        int high = Character.digit(path.charAt(percent + 1), 16);
        int low = Character.digit(path.charAt(percent + 2), 16);
        int octet = high * 16 + low;
        return high >= 0
                && low >= 0
                && octet >= 0x20
                && octet != 0x7F
                && octet != '/'
                && octet != '\\'
                && octet != '.'
                && octet != '%'
                && octet != ';';
    }
}
