package nl.etalage.content.library.prepared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Marks that stand where a shop's values will come. They are of Unicode's private use, which no text for readers has,
 * and are to Markdown and HTML what a letter is: part of a word.
 */
final class Marks {

    static final char TEXT = '\uE000';
    static final char HTML = '\uE001';
    static final char END = '\uE002';
    private static final char FIRST = '\uE010';
    private static final char LAST = '\uE0FF';

    /** Stands for a whole link. */
    static final String LINK = "\uE003";

    private static final Pattern ANY = Pattern.compile("[" + TEXT + "-" + LAST + "]");

    private Marks() {}

    /** Whether a text has marks of its own, and can't be marked. */
    static boolean in(String text) {
        return ANY.matcher(text).find();
    }

    /** A value for each field; fields are told apart by their place in the list. */
    static Map<String, String> values(List<String> fields) {
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < fields.size(); at++) {
            values.put(fields.get(at), new String(new char[] {TEXT, (char) (FIRST + at), END}));
        }
        return values;
    }

    /** HTML made of a marked text, where values come as HTML. */
    static String inHtml(String html) {
        return html == null ? null : html.replace(TEXT, HTML);
    }

    static int most() {
        return LAST - FIRST + 1;
    }

    static int number(char mark) {
        return mark - FIRST;
    }
}
