package nl.etalage.content.library.prepared;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** JSON with holes for what each shop has its own value for. */
final class Segments {

    private static final int MARK_LENGTH = 3;
    private static final int ROOM = 64;
    private static final int PART_WEIGHT = 64;
    private static final String LINK = "\"" + Marks.LINK + "\"";

    private enum Kind {
        TEXT,
        HTML,
        LINK
    }

    /** What comes before a hole, and what comes in it; a link has no field. */
    private static final class Part {

        private final byte[] before;
        private final Kind kind;
        private final String field;

        Part(String before, Kind kind, String field) {
            this.before = bytes(before);
            this.kind = kind;
            this.field = field;
        }
    }

    private final List<Part> parts;
    private final byte[] end;

    private Segments(List<Part> parts, byte[] end) {
        this.parts = List.copyOf(parts);
        this.end = end;
    }

    /** From JSON without holes. */
    static Segments whole(String json) {
        return new Segments(List.of(), bytes(json));
    }

    /** From JSON with marks, and no others than of these fields. */
    static Segments of(String json, List<String> fields) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < json.length(); at++) {
            char mark = json.charAt(at);
            if (mark == Marks.TEXT || mark == Marks.HTML) {
                Kind kind = mark == Marks.TEXT ? Kind.TEXT : Kind.HTML;
                parts.add(new Part(json.substring(from, at), kind, fields.get(Marks.number(json.charAt(at + 1)))));
                from = at + MARK_LENGTH;
            } else if (json.startsWith(LINK, at)) {
                parts.add(new Part(json.substring(from, at), Kind.LINK, null));
                from = at + LINK.length();
            }
        }
        return new Segments(parts, bytes(json.substring(from)));
    }

    /** About how many bytes it takes. */
    int weight() {
        return length() + PART_WEIGHT * parts.size();
    }

    private int length() {
        return parts.stream().mapToInt(part -> part.before.length).sum() + end.length;
    }

    /**
     * The JSON for one shop.
     *
     * @param values null for one that must be seen in its place
     * @param link JSON of the link
     * @return null when a value must be seen in its place
     */
    byte[] filled(Function<String, ShopValue> values, byte[] link) {
        if (parts.isEmpty()) {
            return end;
        }
        ByteArrayOutputStream filled = new ByteArrayOutputStream(length() + ROOM * parts.size());
        for (Part part : parts) {
            filled.writeBytes(part.before);
            if (part.kind == Kind.LINK) {
                filled.writeBytes(link);
                continue;
            }
            ShopValue value = values.apply(part.field);
            if (value == null) {
                return null;
            }
            if (part.kind == Kind.TEXT) {
                value.writeText(filled);
            } else {
                value.writeHtml(filled);
            }
        }
        filled.writeBytes(end);
        return filled.toByteArray();
    }

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
