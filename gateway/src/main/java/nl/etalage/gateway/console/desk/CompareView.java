package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * Two revisions side by side.
 *
 * @param from number of the one before
 * @param to number of the one after
 * @param differences only the fields that differ
 */
record CompareView(Head head, int from, int to, List<Difference> differences) {

    /**
     * A field that differs.
     *
     * @param label key of its name
     * @param pieces of a text, in order; empty where it isn't one
     * @param before what it was, where it isn't a text; null for nothing
     * @param after what it became, as {@code before}
     */
    record Difference(String label, List<Piece> pieces, Side before, Side after) {}

    /** A piece of a text: {@code same}, {@code removed} or {@code added}. */
    record Piece(String change, String text) {}

    /**
     * One side of a field that is no text.
     *
     * @param row what it says; null where files say it
     * @param lines what it says where there is a list; empty otherwise
     * @param pictures files
     */
    record Side(ReadView.Row row, List<String> lines, List<PictureView> pictures) {}

    /** The numbers there are, newest first. */
    public List<Integer> numbers() {
        return RevisionsView.numbers(head);
    }
}
