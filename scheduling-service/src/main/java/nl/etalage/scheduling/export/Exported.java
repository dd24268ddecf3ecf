package nl.etalage.scheduling.export;

import java.util.List;
import java.util.UUID;
import nl.etalage.problem.Sentences;

/** One kind of record of a shop, as its feature hands it out. Row-level security is entered for that shop. */
public interface Exported {

    /** Which kind this is; one bean per kind. */
    ExportKind kind();

    /**
     * Those of the shop, in an order that never changes.
     *
     * @param after id of the last item seen; null for the beginning
     * @param limit most items
     * @param sentences the reader's language
     */
    List<ExportItem> read(String shop, String after, int limit, Sentences sentences);

    /** The id to go on after; before the first, one that comes before every id. */
    static UUID id(String after) {
        return after == null ? new UUID(0, 0) : UUID.fromString(after);
    }
}
