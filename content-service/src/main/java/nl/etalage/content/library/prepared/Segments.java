package nl.etalage.content.library.prepared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** JSON with holes for what each shop has its own value for. */
final class Segments {

    private static final int PART_WEIGHT = 64;

    /** First bytes of each mark in UTF-8. */
    private static final byte[] MARK = bytes(String.valueOf(Marks.TEXT));

    private static final int MARK_LENGTH = MARK.length;
    private static final int FIELD_MARK_LENGTH = 3 * MARK_LENGTH;
    private static final int QUOTE = 1;

    private enum Kind {
        TEXT,
        HTML,
        LINK
    }

    /** A hole, and what comes before it; a link has no field. */
    private record Part(int from, int to, Kind kind, String field) {}

    private final byte[] marked;
    private final List<Part> parts;
    private final int end;

    private Segments(byte[] marked, List<Part> parts, int end) {
        this.marked = marked;
        this.parts = List.copyOf(parts);
        this.end = end;
    }

    /** From JSON without holes. */
    static Segments whole(byte[] json) {
        return new Segments(json, List.of(), 0);
    }

    /** From JSON with marks, and no others than of these fields. */
    static Segments of(byte[] marked, List<String> fields) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < marked.length; at++) {
            if (marked[at] != MARK[0] || marked[at + 1] != MARK[1]) {
                continue;
            }
            char mark = character(marked, at);
            if (mark == Marks.TEXT || mark == Marks.HTML) {
                Kind kind = mark == Marks.TEXT ? Kind.TEXT : Kind.HTML;
                String field = fields.get(Marks.number(character(marked, at + MARK_LENGTH)));
                parts.add(new Part(from, at, kind, field));
                from = at + FIELD_MARK_LENGTH;
            } else {
                parts.add(new Part(from, at - QUOTE, Kind.LINK, null));
                from = at + MARK_LENGTH + QUOTE;
            }
            at = from - 1;
        }
        return new Segments(marked, parts, from);
    }

    private static char character(byte[] marked, int at) {
        return new String(marked, at, MARK_LENGTH, StandardCharsets.UTF_8).charAt(0);
    }

    /** With the marks, as {@link #of} takes it. */
    byte[] marked() {
        return marked.clone();
    }

    /** The fields that stand among words. */
    List<String> worded() {
        return parts.stream()
                .map(Part::field)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** About how many bytes it takes. */
    int weight() {
        return marked.length + PART_WEIGHT * parts.size();
    }

    /**
     * The JSON for one shop.
     *
     * @param values null for one that must be seen in its place
     * @param link JSON of the link
     * @return null when a value must be seen in its place
     */
    Filled filled(Function<String, ShopValue> values, byte[] link) {
        byte[][] holes = new byte[parts.size()][];
        int length = marked.length - end;
        for (int at = 0; at < holes.length; at++) {
            Part part = parts.get(at);
            ShopValue value = part.kind == Kind.LINK ? null : values.apply(part.field);
            if (value == null && part.kind != Kind.LINK) {
                return null;
            }
            holes[at] = switch (part.kind) {
                case TEXT -> value.text();
                case HTML -> value.html();
                case LINK -> link;
            };
            length += part.to - part.from + holes[at].length;
        }
        return new Filled(this, holes, length);
    }

    void write(byte[][] holes, ByteBuffer to) {
        for (int hole = 0; hole < holes.length; hole++) {
            Part part = parts.get(hole);
            to.put(marked, part.from, part.to - part.from);
            to.put(holes[hole]);
        }
        to.put(marked, end, marked.length - end);
    }

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
