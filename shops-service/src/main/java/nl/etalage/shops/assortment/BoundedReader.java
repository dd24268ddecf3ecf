package nl.etalage.shops.assortment;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops before one record of a hostile table fills the memory: the parser knows its size only once it has it. */
final class BoundedReader extends FilterReader {

    /** Ten times the widest export known, with its descriptions. */
    static final int MOST_CELLS = 20_000;

    private static final int MOST_CHARACTERS = 1_000_000;

    private final char separator;
    private int cells;
    private int characters;

    BoundedReader(Reader text, char separator) {
        super(text);
        this.separator = separator;
    }

    /** Thrown when a record is larger than any table has. */
    static final class RecordTooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        RecordTooLargeException() {
            super("A record is too large");
        }
    }

    /** The parser took a record; what it has read ahead counts for the next. */
    void nextRecord() {
        cells = 0;
        characters = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        if (character >= 0) {
            count((char) character);
        }
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int place = offset; place < offset + read; place++) {
            count(buffer[place]);
        }
        return read;
    }

    private void count(char character) throws RecordTooLargeException {
        characters++;
        cells += character == separator ? 1 : 0;
        if (characters > MOST_CHARACTERS || cells > MOST_CELLS) {
            throw new RecordTooLargeException();
        }
    }
}
