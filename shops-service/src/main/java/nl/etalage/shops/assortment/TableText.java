package nl.etalage.shops.assortment;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.etalage.problem.ProblemException;

/**
 * The text of a table: UTF-8 with or without a mark, UTF-16 with one, or else Windows-1252. Read in passing and never
 * held whole, for tables come large.
 */
final class TableText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char LAST_OF_ASCII = 0x7F;
    private static final String SEPARATORS_AS_TEXT = ";,\t|";
    private static final char[] SEPARATORS = SEPARATORS_AS_TEXT.toCharArray();

    /** Excel's first line, such as {@code sep=;}. */
    private static final int LONGEST_SEPARATOR_LINE = 8;

    private final byte[] file;

    /** How many bytes come before the headings: a mark, or the line in which a spreadsheet names its separator. */
    private final int begin;

    private final Charset charset;
    private final char separator;

    private TableText(byte[] file, int begin, Charset charset, char separator) {
        this.file = file;
        this.begin = begin;
        this.charset = charset;
        this.separator = separator;
    }

    /**
     * Finds out how a file is written.
     *
     * @throws ProblemException 422 when there is nothing in it, or no text
     */
    static TableText of(byte[] file) {
        Charset charset = charset(file);
        int mark = mark(file, charset);
        String beginning = beginning(file, mark, charset);
        if (beginning.isBlank()) {
            throw ProductTable.unreadable("table.empty");
        }
        String first = beginning.lines().findFirst().orElse("");
        if (first.length() < LONGEST_SEPARATOR_LINE && first.matches("sep=.")) {
            int line = beginning.indexOf('\n') + 1;
            return new TableText(
                    file, mark + beginning.substring(0, line).getBytes(charset).length, charset, first.charAt(4));
        }
        return new TableText(file, mark, charset, separator(beginning));
    }

    char separator() {
        return separator;
    }

    Reader reader() {
        return new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(file, begin, file.length - begin), charset));
    }

    private static Charset charset(byte[] file) {
        if (begins(file, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(file, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        for (byte one : file) {
            if (one == 0) {
                throw ProductTable.unreadable("table.encoding");
            }
        }
        // In Windows-1252 every byte is some character, so nothing can be refused.
        return begins(file, 0xEF, 0xBB, 0xBF) || isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static int mark(byte[] file, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return begins(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        }
        return charset.equals(WINDOWS) ? 0 : 2;
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (int place = 0; place < bytes.length; place++) {
            if ((file[place] & 0xFF) != bytes[place]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Programs that shorten a description cut a character in two, so a few bytes may be none. Text of Windows has hardly
     * any bytes that happen to be UTF-8.
     */
    private static boolean isUtf8(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer part = CharBuffer.allocate(8192);
        long beyondAscii = 0;
        long malformed = 0;
        CoderResult result;
        do {
            result = decoder.decode(bytes, part, true);
            beyondAscii += part.flip()
                    .chars()
                    .filter(character -> character > LAST_OF_ASCII)
                    .count();
            part.clear();
            if (result.isError()) {
                malformed++;
                bytes.position(bytes.position() + result.length());
            }
        } while (!result.isUnderflow());
        return malformed == 0 || beyondAscii > malformed;
    }

    /** Enough for the headings of any table that can be read. */
    private static String beginning(byte[] file, int mark, Charset charset) {
        char[] part = new char[256 * 1024];
        try (Reader reader = new InputStreamReader(new ByteArrayInputStream(file, mark, file.length - mark), charset)) {
            int filled = 0;
            int read = 0;
            while (read >= 0 && filled < part.length) {
                filled += read;
                read = reader.read(part, filled, part.length - filled);
            }
            return new String(part, 0, filled);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Whichever the headings have most of, outside quotation marks; a table of one column has none. Empty lines before
     * them are no headings.
     */
    private static char separator(String beginning) {
        int[] found = new int[SEPARATORS.length];
        boolean quoted = false;
        boolean empty = true;
        for (int at = 0; at < beginning.length(); at++) {
            char character = beginning.charAt(at);
            boolean ends = !quoted && (character == '\n' || character == '\r');
            if (ends && !empty) {
                break;
            }
            empty &= Character.isWhitespace(character) || SEPARATORS_AS_TEXT.indexOf(character) >= 0;
            if (ends) {
                Arrays.fill(found, 0);
            } else if (character == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                for (int place = 0; place < SEPARATORS.length; place++) {
                    found[place] += character == SEPARATORS[place] ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int place = 1; place < SEPARATORS.length; place++) {
            best = found[place] > found[best] ? place : best;
        }
        return SEPARATORS[best];
    }
}
