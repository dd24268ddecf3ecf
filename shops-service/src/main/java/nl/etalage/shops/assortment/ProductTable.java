package nl.etalage.shops.assortment;

import static nl.etalage.shops.ShopsProblem.SENTENCES;
import static nl.etalage.shops.ShopsProblem.TABLE_UNREADABLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of products as webshops export it: columns in any order, separated by commas, semicolons, tabs or bars; a
 * product may stand on several rows, one for each variant or picture.
 *
 * @param rows in order; rows without a product in them are left out
 * @param unused headings of columns we have no use for
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
record ProductTable(List<GivenRow> rows, List<String> unused) {

    ProductTable {
        rows = List.copyOf(rows);
        unused = List.copyOf(unused);
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException 422 when it is no such table, saying why
     */
    static ProductTable read(byte[] file) {
        TableText text = TableText.of(file);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(text.separator())
                .setTrim(true)
                .setIgnoreEmptyLines(false)
                .get();
        long record = 1;
        try (BoundedReader bounded = new BoundedReader(text.reader(), text.separator());
                CSVParser parser = CSVParser.parse(bounded, format)) {
            Iterator<CSVRecord> records = parser.iterator();
            CSVRecord first = records.next();
            bounded.nextRecord();
            while (empty(first) && records.hasNext()) {
                first = records.next();
                bounded.nextRecord();
            }
            ProductHeadings headings = ProductHeadings.of(first);
            ProductRows rows = new ProductRows(headings);
            while (records.hasNext()) {
                CSVRecord found = records.next();
                bounded.nextRecord();
                record = found.getRecordNumber();
                rows.add(found);
            }
            return new ProductTable(rows.finished(), headings.unused());
        } catch (IOException | UncheckedIOException malformed) {
            throw refusal(malformed, record + 1);
        }
    }

    /**
     * Holds a table that is to be all there is to having something in it.
     *
     * @throws ProblemException 422 when there is no product in it that is sold: more likely an export that went wrong than a shop
     *     that sells nothing any more
     */
    void requireProducts() {
        if (rows.isEmpty()) {
            throw unreadable("table.no-rows");
        }
        if (rows.stream().allMatch(row -> row.unsold() != null)) {
            throw unreadable("table.none-sold");
        }
    }

    private static boolean empty(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private static ProblemException refusal(Exception malformed, long record) {
        for (Throwable cause = malformed; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedReader.RecordTooLargeException) {
                return unreadable("table.too-wide", record, BoundedReader.MOST_CELLS);
            }
        }
        return unreadable("table.malformed", record);
    }

    static ProblemException unreadable(String key, Object... arguments) {
        return new ProblemException(TABLE_UNREADABLE, List.of(Violation.keyed("", SENTENCES, key, arguments)));
    }

    /** Rows on their way; a variant says only what differs from its product, which may come later. */
    private static final class ProductRows {

        /**
         * Excel writes rows sixteen at a time, the headings among the first, and leaves out the columns at the end that
         * are empty in all sixteen.
         */
        private static final int BLOCK = 16;

        private final ProductHeadings headings;
        private final List<CSVRecord> block = new ArrayList<>();
        private final List<ProductCells> read = new ArrayList<>();
        private final ProductFamily family = new ProductFamily();

        ProductRows(ProductHeadings headings) {
            this.headings = headings;
        }

        void add(CSVRecord record) {
            if (!block.isEmpty() && block(record) != block(block.get(0))) {
                finishBlock();
            }
            if (!empty(record)) {
                block.add(record);
            }
        }

        private static long block(CSVRecord record) {
            return (record.getRecordNumber() - 1) / BLOCK;
        }

        private void finishBlock() {
            boolean cut = block.stream().mapToInt(CSVRecord::size).distinct().count() == 1
                    && block.get(0).size() < headings.width()
                    && block(block.get(0)) > 0;
            block.forEach(record -> add(record, cut));
            block.clear();
        }

        private void add(CSVRecord record, boolean cut) {
            int row = (int) record.getRecordNumber();
            if (record.size() != headings.width() && !cut) {
                read.add(ProductCells.refused(
                        row, GivenRow.Remark.of("", "row.cells", record.size(), headings.width())));
            } else {
                ProductCells cells = ProductCells.of(row, record, headings);
                family.know(cells);
                if (cells.saysProduct()) {
                    read.add(cells);
                }
            }
            if (read.size() > TakeAssortment.MOST) {
                throw unreadable("table.too-many-products", TakeAssortment.MOST);
            }
        }

        List<GivenRow> finished() {
            if (!block.isEmpty()) {
                finishBlock();
            }
            return read.stream().map(cells -> family.complete(cells).given()).toList();
        }
    }
}
