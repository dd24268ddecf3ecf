package nl.etalage.shops.assortment;

import java.util.List;

/**
 * A row as it was brought.
 *
 * @param row its number: from 1 in JSON, as the spreadsheet counts in a table
 * @param item what it says; null when it can't be read
 * @param notes keys of sentences about what was left out or shortened, with the field
 * @param refusal why it can't be read; null when it can
 * @param unsold why it is no product that is sold; null when it is
 */
record GivenRow(int row, AssortmentItem item, List<Remark> notes, Remark refusal, Remark unsold) {

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
        return new GivenRow(row, item, List.of(), null, null);
    }

    static GivenRow refused(int row, Remark why) {
        return new GivenRow(row, null, List.of(), why, null);
    }

    /** A product that stands in the webshop, but not for sale. */
    static GivenRow unsold(int row, AssortmentItem item, Remark why) {
        return new GivenRow(row, item, List.of(), null, why);
    }
}
