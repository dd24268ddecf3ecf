package nl.etalage.content.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with merge fields, to be filled with the values of one shop. A sentence that names a field without a value is
 * left out, and the field is named: a reader never sees braces, nor a sentence with a hole.
 */
public final class Template {

    /** Where a new block begins, with its marker: list item, heading or quotation. */
    private static final Pattern MARKER =
            Pattern.compile("^(?:[ \\t]{0,12}(?:[-+*]|\\d{1,9}[.)]|#{1,6}|>)[ \\t]+){1,12}|^[ \\t]{0,12}>");

    private static final Pattern EXCESS_BLANKS = Pattern.compile("\\n[ \\t]*\\n(?:[ \\t]*\\n)+");
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s<>\"]+");
    private static final Pattern LEADING_MARK = Pattern.compile("^([-+#>])");
    private static final Pattern RISKY = Pattern.compile("[\\\\`*\\[\\]<>]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

    private final Map<String, String> values;
    private final Set<String> missing = new LinkedHashSet<>();

    /** A template filler for one shop; collects what it misses over all texts it fills. */
    public Template(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The fields without a value met so far, in order. */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    /** Fills Markdown; values are text, so whatever is Markdown in them is escaped. Null stays null. */
    public String markdown(String template) {
        return template == null ? null : fill(template, Template::escaped);
    }

    /** Fills text that isn't Markdown. Null stays null. */
    public String plain(String template) {
        return template == null ? null : fill(template, Template::oneLine);
    }

    /** Fills a title, which can't do without words: when no sentence is left, only the fields are left out. */
    public String title(String template) {
        String filled = plain(template);
        if (filled == null || !filled.isBlank()) {
            return filled;
        }
        return replace(template, Template::oneLine).replaceAll(" {2,}", " ").strip();
    }

    /**
     * Fills a web address; null when a field has no value, or when what comes out is no web address. A field at the
     * start stands for the site; others are parts, and are escaped as such.
     */
    public String link(String template) {
        if (template == null || template.isBlank() || !complete(template)) {
            return null;
        }
        Matcher site = MergeField.WRITTEN.matcher(template.strip());
        String rest = template.strip();
        String start = "";
        if (site.lookingAt()) {
            start = oneLine(values.get(site.group(1))).replaceAll("/+$", "");
            rest = rest.substring(site.end());
        }
        String link = start + replace(rest, part -> URLEncoder.encode(part, StandardCharsets.UTF_8));
        return WEB.matcher(link).matches() ? link : null;
    }

    private String fill(String template, UnaryOperator<String> form) {
        if (!template.contains("{{")) {
            return template;
        }
        StringBuilder filled = new StringBuilder();
        boolean dropped = false;
        for (String block : blocks(template)) {
            if (complete(block)) {
                filled.append(replace(block, form));
            } else {
                filled.append(withoutEmptySentences(block, form));
                dropped = true;
            }
        }
        return dropped ? EXCESS_BLANKS.matcher(filled.toString().strip()).replaceAll("\n\n") : filled.toString();
    }

    /** Lines that belong together: a paragraph, a list item, a heading. Blank lines are blocks of their own. */
    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            if (line.isBlank() || MARKER.matcher(line).lookingAt()) {
                blocks.add(block.toString());
                block.setLength(0);
            }
            block.append(line);
            if (line.isBlank()) {
                blocks.add(block.toString());
                block.setLength(0);
            }
        }
        blocks.add(block.toString());
        return blocks;
    }

    private String withoutEmptySentences(String block, UnaryOperator<String> form) {
        Matcher marker = MARKER.matcher(block);
        int start = marker.lookingAt() ? marker.end() : 0;
        StringBuilder kept = new StringBuilder();
        for (String sentence : Sentence.split(block.substring(start))) {
            if (complete(sentence)) {
                kept.append(replace(sentence, form));
            }
        }
        if (kept.toString().isBlank()) {
            return "";
        }
        boolean lineEnds = block.endsWith("\n");
        return block.substring(0, start) + kept.toString().stripTrailing() + (lineEnds ? "\n" : "");
    }

    private boolean complete(String text) {
        boolean complete = true;
        for (MergeField field : MergeField.in(text)) {
            if (!values.containsKey(field.name())) {
                missing.add(field.name());
                complete = false;
            }
        }
        return complete;
    }

    private String replace(String text, UnaryOperator<String> form) {
        return MergeField.WRITTEN
                .matcher(text)
                .replaceAll(field -> Matcher.quoteReplacement(form.apply(values.getOrDefault(field.group(1), ""))));
    }

    /** A value as it stands in a text: its lines as one. */
    public static String oneLine(String value) {
        return value.strip().replaceAll("\\s*\\R\\s*", ", ");
    }

    private static String escaped(String value) {
        String plain =
                RISKY.matcher(oneLine(value)).replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
        return LEADING_MARK.matcher(plain).replaceFirst("\\\\$1");
    }
}
