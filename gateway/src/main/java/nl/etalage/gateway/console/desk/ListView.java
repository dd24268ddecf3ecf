package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * The stories, newest first.
 *
 * @param writes whether this person may begin one
 * @param words what was looked for
 * @param asked whether only some were asked for
 * @param next address of the next page; null on the last
 * @param first whether this is the first page
 * @param done key of what was just done; null for nothing
 */
record ListView(
        boolean writes,
        List<Line> lines,
        List<FieldView.Option> states,
        List<FieldView.Option> types,
        String words,
        boolean asked,
        String next,
        boolean first,
        String done) {

    /**
     * A story in the list.
     *
     * @param who changed it last; null when they left
     * @param when in words
     */
    record Line(
            String id,
            String title,
            String type,
            String state,
            String tone,
            String who,
            String when,
            boolean unreviewed) {}
}
