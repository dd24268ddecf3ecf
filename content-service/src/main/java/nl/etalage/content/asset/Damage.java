package nl.etalage.content.asset;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Tells a damaged JPEG from one with an oddity: libjpeg fills what it can't read with grey or the wrong colours and only
 * warns. Its messages are those of {@code jerror.h}.
 */
final class Damage implements IIOReadWarningListener {

    /** What is there, but can't be decoded: a hole, a block of zeros, the end of it. */
    private static final Pattern UNREADABLE =
            Pattern.compile("(?i)premature end|bad huffman code|found marker .* instead of");

    /** More than was needed before the end of the picture: a writer's padding, or what is left after a hole. */
    private static final Pattern LEFT_OVER = Pattern.compile("(\\d+) extraneous bytes before marker 0xd9");

    /** Writers pad to a word or a block of memory; damage leaves far more. */
    private static final int PADDING = 16;

    /** To look through, at most. */
    private static final int LONGEST = 1024 * 1024;

    private static final int MARKER = 2;

    private final Path file;
    private final List<String> found = new ArrayList<>();

    Damage(Path file) {
        this.file = file;
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        found.add(warning);
    }

    /** @throws IOException when the picture is damaged */
    void refuse() throws IOException {
        for (String warning : found) {
            Matcher leftOver = LEFT_OVER.matcher(warning);
            boolean left = leftOver.find() && !padding(Long.parseLong(leftOver.group(1)));
            if (left || UNREADABLE.matcher(warning).find()) {
                throw new IOException("The picture is damaged: " + warning);
            }
        }
    }

    /** Few bytes, or all the same. */
    private boolean padding(long count) throws IOException {
        if (count <= PADDING) {
            return true;
        }
        try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(random.length(), LONGEST)];
            random.seek(random.length() - tail.length);
            random.readFully(tail);
            int end = lastEnd(tail);
            int from = (int) Math.max(0, end - count);
            for (int at = from; at < end; at++) {
                if (tail[at] != tail[from]) {
                    return false;
                }
            }
            return end > 0;
        }
    }

    /** Where the last end of a picture stands; 0 without any. */
    private static int lastEnd(byte[] tail) {
        for (int at = tail.length - MARKER; at > 0; at--) {
            if (tail[at] == (byte) 0xFF && tail[at + 1] == (byte) 0xD9) {
                return at;
            }
        }
        return 0;
    }
}
