package nl.etalage.standin.html;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Markup that is safe to show: whatever is put in it and isn't markup itself is escaped. */
public record Html(String markup) {
    public static final Html EMPTY = new Html("");

    private static final String SLOT = "{}";

    /**
     * @param template markup written by a programmer, with {@code {}} for each value, in text or in a quoted attribute
     * @param values shown as text, unless they are {@code Html}
     */
    public static Html of(String template, Object... values) {
        StringBuilder markup = new StringBuilder(template.length() + 64);
        int from = 0;
        for (Object value : values) {
            int slot = template.indexOf(SLOT, from);
            markup.append(template, from, slot);
            markup.append(value instanceof Html html ? html.markup : escaped(String.valueOf(value)));
            from = slot + SLOT.length();
        }
        return new Html(markup.append(template, from, template.length()).toString());
    }

    public static Html join(Stream<Html> parts) {
        return join("", parts);
    }

    /** @param separator markup written by a programmer */
    public static Html join(String separator, Stream<Html> parts) {
        return new Html(parts.map(Html::markup).collect(Collectors.joining(separator)));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
