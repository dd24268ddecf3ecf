package nl.etalage.content.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds sentences in Markdown. A sentence never ends inside a link, emphasis or code, which would break it in two. */
final class Sentence {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static final Pattern UNBREAKABLE = Pattern.compile(MergeField.WRITTEN.pattern()
            + "|\\[[^\\]\\n]{0,500}\\]\\([^)\\n]{0,1000}\\)"
            + "|`[^`\\n]{1,500}`"
            + "|\\*\\*[^*\\n]{1,1000}\\*\\*"
            + "|\\*[^*\\n]{1,1000}\\*");

    private Sentence() {}

    /** The sentences, each with the space after it; joined they are the text again. */
    static List<String> split(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(DUTCH);
        breaks.setText(masked(text));
        List<String> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            sentences.add(text.substring(start, end));
            start = end;
        }
        return sentences;
    }

    /** As long as the text, with letters where no sentence may end. The last character keeps its own punctuation. */
    private static String masked(String text) {
        StringBuilder masked = new StringBuilder(text.replace('\n', ' '));
        Matcher matcher = UNBREAKABLE.matcher(text);
        while (matcher.find()) {
            for (int at = matcher.start(); at < matcher.end(); at++) {
                masked.setCharAt(at, 'x');
            }
            int last = matcher.end() - 1;
            int inner = last;
            while (inner > matcher.start() && text.charAt(inner) == '*') {
                inner--;
            }
            if (inner < last && ".!?".indexOf(text.charAt(inner)) >= 0) {
                masked.setCharAt(last, text.charAt(inner));
            }
        }
        return masked.toString();
    }
}
