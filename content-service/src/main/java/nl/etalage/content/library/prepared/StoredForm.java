package nl.etalage.content.library.prepared;

import java.util.List;
import java.util.function.Function;

/**
 * One form of a story, as it can be stored.
 *
 * @param locale language of the story, which the values are in
 * @param filled fields that come in it, in the order of their marks
 * @param worded those of them that come among words, and not in the link alone
 * @param empty fields without a value, sorted
 * @param link with merge fields; null when it has none
 * @param marked the JSON, with marks; null for a form that can't be prepared
 */
@SuppressWarnings("ArrayRecordComponent") // Read from the database and written out, never compared.
public record StoredForm(
        String locale, List<String> filled, List<String> worded, List<String> empty, String link, byte[] marked) {

    /** Whether it is one at all; else the story is known to need making for each shop. */
    public boolean prepared() {
        return marked != null;
    }

    /**
     * The JSON for one shop.
     *
     * @param values null for one that must be seen in its place
     * @param link JSON of the link, where the story has one with fields
     * @return null when it must be made from the story itself
     */
    public Filled filled(Function<String, ShopValue> values, byte[] link) {
        return Segments.of(marked, filled).filled(values, link);
    }
}
