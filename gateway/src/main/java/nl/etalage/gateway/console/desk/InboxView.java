package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * What shops told, newest first.
 *
 * @param states to choose from
 * @param waiting whether only what waits for the central group is shown
 * @param next address of the next page; null on the last
 * @param first whether this is the first page
 * @param done key of what was just done; null for nothing
 */
record InboxView(
        List<Line> lines, List<FieldView.Option> states, boolean waiting, String next, boolean first, String done) {

    /** One of them, with the name of its shop. */
    record Line(Offered one, String shop) {}
}
