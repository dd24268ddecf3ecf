package nl.etalage.content.export;

import java.util.List;
import java.util.UUID;

/** One kind of record of a shop, as its feature hands it out. Row-level security is entered for that shop. */
public interface Exported {

    /** Which kind this is; one bean per kind. */
    ExportKind kind();

    /**
     * Those of the shop, in an order that never changes.
     *
     * @param after id of the last item seen; null for the beginning
     * @param limit most items
     */
    List<ExportItem> read(String shop, String after, int limit);

    /** The id to go on after, where ids are UUIDs; before the first, one that comes before every id. */
    static UUID id(String after) {
        return after == null ? new UUID(0, 0) : UUID.fromString(after);
    }
}
