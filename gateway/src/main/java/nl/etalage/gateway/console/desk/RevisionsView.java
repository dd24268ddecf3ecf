package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The revisions of a story, newest first.
 *
 * @param next address of the next page; null on the last
 */
record RevisionsView(Head head, List<ReadView.Revision> revisions, String next) {

    /** Most numbers to choose from, from the newest. */
    private static final int MOST = 100;

    /** The numbers there are to compare, newest first. */
    static List<Integer> numbers(Head head) {
        return IntStream.iterate(head.revision(), number -> number > 0, number -> number - 1)
                .limit(MOST)
                .boxed()
                .toList();
    }

    public List<Integer> numbers() {
        return numbers(head);
    }

    /** The one before the newest. */
    public int before() {
        return head.revision() - 1;
    }

    static ReadView.Revision line(JsonNode revision, Surroundings.Known known, Locale locale) {
        String note = Head.text(revision, "note");
        String severity = Head.text(revision, "severity");
        return new ReadView.Revision(
                revision.path("revision").asInt(),
                Head.name(revision, "author", known),
                Moments.words(Head.text(revision, "releasedAt"), locale),
                note.isEmpty() ? null : note,
                severity.isEmpty() ? null : Field.key("severity", severity),
                revision.path("unreviewed").asBoolean());
    }
}
