package nl.etalage.content.asset.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Copies a JPEG as it is, without decoding, and leaves out all that isn't needed to see it: Exif with its place, names,
 * comments, and whatever stands behind it, such as the film of a moving photograph.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU T.81, B.1</a>
 */
final class Jpeg {

    private static final int MARK = 0xFF;
    private static final int BEGIN = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COMMENT = 0xFE;

    /** How large it is meant to be seen. */
    private static final int JFIF = 0xE0;

    /** What its colours mean. */
    private static final int PROFILE = 0xE2;

    private static final byte[] PROFILE_NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    /** How its colours are kept. */
    private static final int ADOBE = 0xEE;

    private final InputStream in;
    private final OutputStream out;

    private Jpeg(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Copies as far as it is a JPEG; nothing of what isn't. */
    static void copy(InputStream from, OutputStream to) throws IOException {
        new Jpeg(new BufferedInputStream(from), to).copy();
    }

    private void copy() throws IOException {
        int marker = next();
        while (marker >= 0 && marker != BEGIN) {
            marker = next();
        }
        if (marker == BEGIN) {
            mark(BEGIN);
            marker = next();
        }
        while (marker >= 0 && marker != END) {
            part(marker);
            marker = marker == SCAN ? scan() : next();
        }
        if (marker == END) {
            mark(END);
        }
    }

    private void mark(int marker) throws IOException {
        out.write(MARK);
        out.write(marker);
    }

    /** The next marker, past what is none; -1 when there are no more. */
    private int next() throws IOException {
        int one = in.read();
        while (one >= 0 && one != MARK) {
            one = in.read();
        }
        while (one == MARK) {
            one = in.read();
        }
        return one;
    }

    private void part(int marker) throws IOException {
        int length = (in.read() << 8) | in.read();
        byte[] content = in.readNBytes(Math.max(0, length - 2));
        if (length >= 2 && needed(marker, content)) {
            mark(marker);
            out.write(length >> 8);
            out.write(length);
            new ByteArrayInputStream(content).transferTo(out);
        }
    }

    private static boolean needed(int marker, byte[] content) {
        if (marker == PROFILE) {
            return content.length >= PROFILE_NAME.length
                    && Arrays.equals(content, 0, PROFILE_NAME.length, PROFILE_NAME, 0, PROFILE_NAME.length);
        }
        boolean application = marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION;
        return marker == JFIF || marker == ADOBE || (!application && marker != COMMENT);
    }

    /** Copies the pixels, and answers the marker that ends them. */
    private int scan() throws IOException {
        for (int one = in.read(); one >= 0; one = in.read()) {
            if (one != MARK) {
                out.write(one);
                continue;
            }
            int marker = in.read();
            while (marker == MARK) {
                marker = in.read();
            }
            if (marker != 0 && (marker < FIRST_RESTART || marker > LAST_RESTART)) {
                return marker;
            }
            mark(marker);
        }
        return -1;
    }
}
