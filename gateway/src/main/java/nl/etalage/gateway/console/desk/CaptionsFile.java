package nl.etalage.gateway.console.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.multipart.FileItem;

/**
 * Captions that somebody sent as a file. Whatever it is becomes text, as WebVTT says it is read; content-service says
 * what is wrong with it.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/#file-parsing">WebVTT, parsing</a>
 */
final class CaptionsFile {

    /** How a field with such a file ends. */
    static final String FIELD = ".captionsFile";

    /** One more character than captions may have, so that what is too long is said to be. */
    private static final int MOST = 60_001;

    /** Of UTF-8 in a character of a Java string. */
    private static final int BYTES = 3;

    /** Enough to recognise what is no text by, in the form that comes back. */
    private static final int GLIMPSE = 60;

    /** Of WebVTT, and of SRT: a number and the times, or the times. */
    private static final Pattern BEGIN = Pattern.compile("\\uFEFF?(?:WEBVTT|\\s*+(?:\\d{1,9}\\s++)?\\d{1,6}:\\d)");

    private static final char UNREADABLE = '\uFFFD';

    private CaptionsFile() {}

    /** What it says; empty where no file was chosen. */
    static String text(FileItem chosen) {
        if (chosen.getFile() == null && !chosen.isInMemory()) {
            return "";
        }
        try (InputStream bytes = chosen.getInputStream()) {
            String text = new String(bytes.readNBytes(MOST * BYTES), StandardCharsets.UTF_8)
                    .replace('\0', UNREADABLE)
                    .replace("\r\n", "\n");
            int most = BEGIN.matcher(text).lookingAt() || text.indexOf(UNREADABLE) < 0 ? MOST : GLIMPSE;
            return text.substring(0, Math.min(text.length(), most));
        } catch (IOException failure) {
            throw new UncheckedIOException("A file with captions can't be read", failure);
        }
    }
}
