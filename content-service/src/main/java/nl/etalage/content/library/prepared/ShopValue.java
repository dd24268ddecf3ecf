package nl.etalage.content.library.prepared;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import nl.etalage.content.text.Markdown;
import nl.etalage.content.text.Template;

/** A shop's value for a merge field, in the forms it takes within JSON. */
public final class ShopValue {

    /**
     * Words that mean the same wherever in a text they stand: to Markdown, which sees no mark-up in them, and to JSON.
     * They begin and end with a letter or digit, as the {@link #PROBES} do.
     */
    private static final Pattern PLAIN = Pattern.compile(
            "\\p{L}(?:(?:[\\p{L}\\p{N},.:/'’()+@-]| (?! )|&(?= )|%(?= ))*[\\p{L}\\p{N}])?",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final String PARAGRAPH = "<p>";
    private static final String PARAGRAPH_END = "</p>";

    /** One has everything that a plain value may have, the other is one word, as the name of a tag would be. */
    static final List<String> PROBES = List.of("Ab c, d. e: f/g'h’i (j) k+l@m - n & o % p é9", "Ab");

    private final byte[] text;
    private final byte[] html;

    private ShopValue(String text, String html) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.html = html.getBytes(StandardCharsets.UTF_8);
    }

    /** Null for a value that must be seen in its place. */
    public static ShopValue of(String value) {
        String line = Template.oneLine(value);
        if (line.length() > 500 || !PLAIN.matcher(line).matches()) {
            return null;
        }
        String html = Markdown.toHtml(line);
        if (!html.startsWith(PARAGRAPH) || !html.endsWith(PARAGRAPH_END)) {
            return null;
        }
        String words = html.substring(PARAGRAPH.length(), html.length() - PARAGRAPH_END.length());
        return words.indexOf('<') >= 0 || words.indexOf('"') >= 0 || words.indexOf('\\') >= 0
                ? null
                : new ShopValue(line, words);
    }

    /** As it stands in a text, and in Markdown; never changed. */
    byte[] text() {
        return text;
    }

    /** As it stands in HTML; never changed. */
    byte[] html() {
        return html;
    }
}
