package nl.etalage.content.library.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other forms of a Dutch noun that the stemmer takes for other words: huis and huizen, brief and brieven, reep and repen,
 * chocolaatje. Some are no words at all; they are only looked up.
 *
 * @see <a href="https://snowballstem.org/algorithms/dutch/stemmer.html">what the stemmer does</a>
 */
final class DutchForms {

    private static final int SHORTEST = 3;
    private static final List<String> DIMINUTIVES = List.of("etje", "tje", "pje", "kje", "je");
    private static final Pattern PLURAL = Pattern.compile("(.{2,})en");
    private static final Pattern OPEN_SYLLABLE = Pattern.compile("(.*[^aeiou])?([aeou])([^aeiouwj])");
    private static final Pattern LONG_VOWEL = Pattern.compile("(.*)([aeou])\\2([^aeiou])");
    private static final Pattern SHORT_VOWEL = Pattern.compile("(.*[^aeiou])?[aeiou]([bdfgklmnprst])");
    private static final Pattern DOUBLED = Pattern.compile("(.*)([bdfgklmnprst])\\2");

    private DutchForms() {}

    /** At least three letters each, without the word itself. */
    static Set<String> of(String word) {
        Set<String> forms = new TreeSet<>();
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        for (String ending : DIMINUTIVES) {
            if (one.endsWith(ending)) {
                diminished(one.substring(0, one.length() - ending.length()), forms);
            }
        }
        Matcher plural = PLURAL.matcher(word);
        if (plural.matches()) {
            single(plural.group(1), forms);
        } else {
            plural(word, forms);
        }
        if (word.endsWith("s")) {
            forms.add(word.substring(0, word.length() - 1));
        }
        forms.removeIf(form -> form.length() < SHORTEST);
        forms.remove(word);
        return forms;
    }

    /** From what a diminutive was made of: chocolaa is chocola, boom is boom. */
    private static void diminished(String base, Set<String> forms) {
        forms.add(base);
        forms.add(base.replaceFirst("([aeou])\\1$", "$1"));
        plural(base, forms);
    }

    /** From what is left of a plural: rep is reep, tass is tas, brev is brief, huiz is huis. */
    private static void single(String stem, Set<String> forms) {
        String hard = hardened(stem);
        forms.add(hard);
        Matcher doubled = DOUBLED.matcher(stem);
        if (doubled.matches()) {
            forms.add(doubled.group(1) + doubled.group(2));
        }
        Matcher open = OPEN_SYLLABLE.matcher(stem);
        if (open.matches()) {
            forms.add(hardened(
                    (open.group(1) == null ? "" : open.group(1)) + open.group(2).repeat(2) + open.group(3)));
        }
    }

    private static void plural(String word, Set<String> forms) {
        Matcher longVowel = LONG_VOWEL.matcher(word);
        Matcher shortVowel = SHORT_VOWEL.matcher(word);
        if (longVowel.matches()) {
            forms.add(longVowel.group(1) + longVowel.group(2) + softened(longVowel.group(3)) + "en");
        } else if (shortVowel.matches()) {
            forms.add(word + shortVowel.group(2) + "en");
        }
        forms.add(softened(word) + "en");
        forms.add(word + "en");
        forms.add(word + "s");
    }

    private static String hardened(String stem) {
        return stem.replaceFirst("v$", "f").replaceFirst("z$", "s");
    }

    private static String softened(String word) {
        return word.replaceFirst("f$", "v").replaceFirst("s$", "z");
    }
}
