package nl.etalage.gateway.calls;

import io.vertx.core.http.HttpHeaders;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The {@code traceparent} of a request: the caller's own when it is well formed, else a new one.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context, section 3.2</a>
 */
public final class TraceContext {

    static final CharSequence HEADER = HttpHeaders.createOptimized("traceparent");

    private static final int LENGTH = 55;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private TraceContext() {}

    /** The header to send on, version 00. */
    public static String parent(String received) {
        return valid(received) ? received : created();
    }

    /** The trace id in a well-formed header: 32 hexadecimal digits. */
    static String traceId(String parent) {
        return parent.substring(3, 35);
    }

    /** Whether a header is well formed, in version 00. */
    public static boolean valid(String header) {
        return header != null
                && header.length() == LENGTH
                && header.startsWith("00-")
                && header.charAt(35) == '-'
                && header.charAt(52) == '-'
                && hexNotAllZero(header, 3, 35)
                && hexNotAllZero(header, 36, 52)
                && hex(header.charAt(53))
                && hex(header.charAt(54));
    }

    private static String created() {
        // Not a secret: it only has to be unique, so the cheap generator will do.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] text = new char[LENGTH];
        text[0] = '0';
        text[1] = '0';
        text[2] = '-';
        write(text, 3, random.nextLong());
        write(text, 19, random.nextLong() | 1);
        text[35] = '-';
        write(text, 36, random.nextLong() | 1);
        text[52] = '-';
        text[53] = '0';
        text[54] = '0';
        return new String(text);
    }

    private static void write(char[] text, int from, long bits) {
        for (int i = 0; i < 16; i++) {
            text[from + i] = HEX[(int) (bits >>> (60 - 4 * i)) & 0xF];
        }
    }

    private static boolean hexNotAllZero(String text, int from, int until) {
        boolean zero = true;
        for (int i = from; i < until; i++) {
            if (!hex(text.charAt(i))) {
                return false;
            }
            zero &= text.charAt(i) == '0';
        }
        return !zero;
    }

    private static boolean hex(char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
    }
}
