package nl.etalage.shops.assortment;

import java.util.List;

/**
 * A row as it was brought.
 *
 * @param row its number: from 1 in JSON, as the spreadsheet counts in a table
 * @param item what it says; null when it can't be read
 * @param notes keys of sentences about what was left out or shortened, with the field
 * @param refusal why it can't be read; null when it can
 */
record GivenRow(int row, AssortmentItem item, List<Remark> notes, Remark refusal) {

    GivenRow {
        notes = List.copyOf(notes);
    }

    /**
     * A sentence about a row.
     *
     * @param field which field it is about; empty for the whole row
     * @param key of the sentence in this service's bundle
     */
    record Remark(String field, String key, List<Object> arguments) {

        Remark {
            arguments = List.copyOf(arguments);
        }

        static Remark of(String field, String key, Object... arguments) {
            return new Remark(field, key, List.of(arguments));
        }
    }

    static GivenRow of(int row, AssortmentItem item) {
        return new GivenRow(row, item, List.of(), null);
    }

    static GivenRow refused(int row, Remark why) {
        return new GivenRow(row, null, List.of(), why);
    }
}
