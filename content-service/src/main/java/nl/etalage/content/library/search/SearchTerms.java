package nl.etalage.content.library.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed, taken apart. Words all have to be there; what stands between quotation marks in that order; what
 * has a minus before it not at all.
 *
 * @param terms in the order typed, at most {@value #MOST}
 */
record SearchTerms(List<Term> terms) {

    /** More than people type; what comes after is not looked at. */
    static final int MOST = 12;

    private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"|(\\S+))");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    SearchTerms {
        terms = List.copyOf(terms);
    }

    /**
     * A word, or words that follow one another.
     *
     * @param words lower case, without accents; at least one
     * @param refused whether it may not be there
     * @param unfinished whether somebody may still be typing it
     */
    record Term(List<String> words, boolean refused, boolean unfinished) {

        Term {
            words = List.copyOf(words);
        }

        boolean phrase() {
            return words.size() > 1;
        }

        String word() {
            return words.get(0);
        }
    }

    static SearchTerms of(String typed) {
        List<Term> terms = new ArrayList<>();
        Matcher part = PART.matcher(typed);
        while (part.find() && terms.size() < MOST) {
            boolean refused = !part.group(1).isEmpty();
            boolean quoted = part.group(2) != null;
            List<String> words = words(quoted ? part.group(2) : part.group(3));
            boolean unfinished = !quoted && !refused && part.end() == typed.length();
            if (quoted && !words.isEmpty()) {
                terms.add(new Term(words, refused, false));
            } else {
                for (int at = 0; at < words.size() && terms.size() < MOST; at++) {
                    boolean last = unfinished && at == words.size() - 1;
                    terms.add(new Term(List.of(words.get(at)), refused, last));
                }
            }
        }
        return new SearchTerms(terms);
    }

    private static List<String> words(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_WORD.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
