package nl.etalage.shops.intake;

import static nl.etalage.shops.ShopsProblem.SENTENCES;
import static nl.etalage.shops.ShopsProblem.TABLE_UNREADABLE;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of shops as spreadsheets write it: UTF-8 with or without a mark, or Windows-1252; separated by semicolons,
 * commas or tabs.
 *
 * @param rows at most {@value #MOST_ROWS}; rows without anything in them are left out
 * @param unused headings of columns we have no use for
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
record ShopTable(List<ShopRow> rows, List<String> unused) {

    /** More than a country has shops of one kind, and written in one transaction. */
    static final int MOST_ROWS = 1000;

    private static final char MARK = '\uFEFF';
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String UTF_16_MARKS = "\u00FF\u00FE|\u00FE\u00FF";

    ShopTable {
        rows = List.copyOf(rows);
        unused = List.copyOf(unused);
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException 422 when it is no such table, saying why
     */
    static ShopTable read(byte[] file) {
        String text = decode(file);
        if (text.isBlank()) {
            throw unreadable("table.empty");
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setTrim(true)
                .setIgnoreEmptyLines(false)
                .get();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            Headings headings = Headings.of(records.next());
            List<ShopRow> rows = new ArrayList<>();
            while (records.hasNext()) {
                CSVRecord found = records.next();
                line = found.getRecordNumber();
                ShopRow row = headings.row(found);
                if (!row.saysNothing()) {
                    rows.add(row);
                }
                if (rows.size() > MOST_ROWS) {
                    throw unreadable("table.too-many", MOST_ROWS);
                }
            }
            return new ShopTable(rows, headings.unused());
        } catch (IOException | UncheckedIOException malformed) {
            throw unreadable("table.malformed", line + 1);
        }
    }

    private static String decode(byte[] file) {
        if (file.length >= 2 && UTF_16_MARKS.contains(new String(file, 0, 2, StandardCharsets.ISO_8859_1))) {
            throw unreadable("table.encoding");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            // Older spreadsheets on Windows; in it every byte is some character, so nothing can be refused.
            text = new String(file, WINDOWS);
        }
        if (text.indexOf('\0') >= 0) {
            throw unreadable("table.encoding");
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** Whichever the line of headings has most of; a table of one column has none. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ';';
        for (char candidate : new char[] {',', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(character -> character == wanted).count();
    }

    private static ProblemException unreadable(String key, Object... arguments) {
        return new ProblemException(TABLE_UNREADABLE, List.of(Violation.keyed("", SENTENCES, key, arguments)));
    }

    /** Which column stands where. */
    private record Headings(Map<Column, Integer> places, List<String> unused) {

        static Headings of(CSVRecord first) {
            Map<Column, Integer> places = new EnumMap<>(Column.class);
            List<String> unused = new ArrayList<>();
            for (int place = 0; place < first.size(); place++) {
                String heading = first.get(place);
                Optional<Column> column = Column.of(heading);
                if (column.isEmpty()) {
                    unused.add(heading);
                } else if (places.put(column.get(), place) != null) {
                    throw unreadable("table.twice", heading);
                }
            }
            if (!places.containsKey(Column.NAME)) {
                throw unreadable("table.no-name");
            }
            return new Headings(
                    places,
                    unused.stream()
                            .filter(heading -> !heading.isEmpty())
                            .limit(50)
                            .toList());
        }

        ShopRow row(CSVRecord found) {
            return new ShopRow(
                    (int) found.getRecordNumber(),
                    cell(found, Column.SLUG),
                    cell(found, Column.NAME),
                    cell(found, Column.TOWN),
                    ShopRow.address(cell(found, Column.WEBSITE)),
                    cell(found, Column.MAILBOX),
                    cell(found, Column.CONTACT),
                    cell(found, Column.TELEPHONE));
        }

        private String cell(CSVRecord found, Column column) {
            Integer place = places.get(column);
            if (place == null || place >= found.size() || found.get(place).isBlank()) {
                return null;
            }
            return found.get(place).strip();
        }
    }
}
