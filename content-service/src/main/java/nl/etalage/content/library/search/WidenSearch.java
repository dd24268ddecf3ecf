package nl.etalage.content.library.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.etalage.content.theme.ThemeKey;
import nl.etalage.content.theme.ThemeWords;

/**
 * Finds in other words what somebody typed. Every step looks only in the words that the library has, so that three short
 * look-ups make one query for the index, however large the library is.
 */
@ApplicationScoped
public class WidenSearch {

    /** Parts of a compound, and what a compound is looked up by, say something from here on. */
    private static final int TELLING = 4;

    private final Lexicon lexicon;
    private final Synonyms synonyms;
    private final ThemeWords themes;

    WidenSearch(Lexicon lexicon, Synonyms synonyms, ThemeWords themes) {
        this.lexicon = lexicon;
        this.synonyms = synonyms;
        this.themes = themes;
    }

    /** The query for what was typed; empty when nothing in it can be looked for. */
    public Optional<TextQuery> of(String typed) {
        List<SearchTerms.Term> terms = SearchTerms.of(typed).terms();
        Words words = new Words(terms);
        List<String> exact = new ArrayList<>();
        List<String> wide = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (SearchTerms.Term term : terms) {
            String itself = term.phrase() ? phrase(words, term) : words.itself(term.word());
            if (itself.isEmpty()) {
                continue;
            }
            if (term.refused()) {
                refused.add("!(" + itself + ")");
            } else {
                exact.add(itself);
                wide.add(term.phrase() ? itself : words.widely(term));
            }
        }
        String theme = words.themeOfAll();
        if (!theme.isEmpty() && refused.isEmpty()) {
            wide = List.of("(" + all(wide) + ") | (" + theme + ")");
        }
        if (exact.isEmpty()) {
            return Optional.empty();
        }
        String loose = "(" + String.join(" | ", wide) + ")";
        return Optional.of(
                new TextQuery(all(with(exact, refused)), all(with(wide, refused)), all(with(List.of(loose), refused))));
    }

    private static List<String> with(List<String> wanted, List<String> refused) {
        return Stream.concat(wanted.stream(), refused.stream()).toList();
    }

    private static String all(List<String> parts) {
        return parts.stream().map(part -> "(" + part + ")").collect(Collectors.joining(" & "));
    }

    /** Words that follow one another; those that say nothing are left out, as the index leaves them out too. */
    private static String phrase(Words words, SearchTerms.Term term) {
        StringBuilder phrase = new StringBuilder();
        int apart = 0;
        for (String word : term.words()) {
            String itself = words.itself(word);
            apart++;
            if (!itself.isEmpty()) {
                phrase.append(phrase.isEmpty() ? "" : " <" + apart + "> ")
                        .append('(')
                        .append(itself)
                        .append(')');
                apart = 0;
            }
        }
        return phrase.toString();
    }

    /** What is known of the words of one search, looked up together. */
    private final class Words {

        private final Map<String, Set<String>> lexemes;
        private final Set<String> known;
        private final Map<String, List<Lexicon.Resembling>> resembling;
        private final Map<String, String> ofTheme;
        private final String together;

        Words(List<SearchTerms.Term> terms) {
            Set<String> typed =
                    terms.stream().flatMap(term -> term.words().stream()).collect(Collectors.toSet());
            Set<String> plain = terms.stream()
                    .filter(term -> !term.phrase() && !term.refused())
                    .map(SearchTerms.Term::word)
                    .collect(Collectors.toSet());
            together = together(terms);
            ofTheme = themes(plain);
            Set<String> every = new LinkedHashSet<>(typed);
            every.addAll(parts(ofTheme.get(together)));
            plain.forEach(word -> {
                every.addAll(DutchForms.of(word));
                synonyms(word).forEach(other -> every.addAll(List.of(other.split(" "))));
                splits(word).stream().flatMap(List::stream).forEach(part -> {
                    every.add(part);
                    every.addAll(DutchForms.of(part));
                });
            });
            lexemes = lexicon.lexemes(every);
            known = lexicon.known(lexemes.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            resembling = lexicon.resembling(plain.stream()
                    .flatMap(word -> Stream.concat(Stream.of(word), DutchForms.of(word).stream()))
                    .filter(word -> word.length() >= TELLING)
                    .collect(Collectors.toSet()));
        }

        /** Also of the other forms of a word: who types cadeautjes means kado as well. */
        private List<String> synonyms(String word) {
            return Stream.concat(Stream.of(word), DutchForms.of(word).stream())
                    .flatMap(form -> Stream.concat(synonyms.of(form).stream(), Stream.ofNullable(ofTheme.get(form))))
                    .flatMap(other -> Stream.concat(Stream.of(other), DutchForms.of(other).stream()))
                    .filter(other -> !other.equals(word))
                    .distinct()
                    .toList();
        }

        /** Themes known by any of the words, or by all of them together, as words to search for. */
        private Map<String, String> themes(Set<String> plain) {
            Set<String> asked = new LinkedHashSet<>(plain);
            plain.forEach(word -> asked.addAll(DutchForms.of(word)));
            asked.add(together);
            Map<String, String> found = new HashMap<>();
            themes.said(asked).forEach((word, key) -> found.put(word, ThemeKey.words(key)));
            return found;
        }

        /** The theme of which somebody typed the whole name, in several words; empty without. */
        String themeOfAll() {
            List<String> meant = new ArrayList<>();
            if (together.contains(" ")) {
                addTogether(meant, telling(parts(ofTheme.get(together))));
            }
            return String.join(" | ", meant);
        }

        /** How the index knows words that are meant together, without those that say nothing. */
        private List<String> telling(List<String> parts) {
            return parts.stream()
                    .filter(part -> !lexemes.getOrDefault(part, Set.of()).isEmpty())
                    .map(part -> any(knownOf(part)))
                    .toList();
        }

        /** The word in its forms; empty when it says nothing. */
        String itself(String word) {
            Set<String> own = lexemes.getOrDefault(word, Set.of());
            if (own.isEmpty()) {
                return "";
            }
            Set<String> forms = new LinkedHashSet<>(own);
            DutchForms.of(word).forEach(form -> forms.addAll(knownOf(form)));
            return any(forms);
        }

        /** The word, and all that may be meant by it. */
        String widely(SearchTerms.Term term) {
            String word = term.word();
            List<String> meant = new ArrayList<>(List.of(itself(word)));
            for (String other : synonyms(word)) {
                addTogether(meant, telling(parts(other)));
            }
            splits(word)
                    .forEach(parts -> addTogether(
                            meant,
                            parts.stream().map(part -> any(knownForms(part))).toList()));
            String resembling = any(resembling(word));
            if (!resembling.isEmpty()) {
                meant.add(resembling);
            }
            if (term.unfinished()) {
                meant.add(quoted(word) + ":*");
            }
            return String.join(" | ", meant);
        }

        private void addTogether(List<String> meant, List<String> parts) {
            if (!parts.isEmpty() && parts.stream().noneMatch(String::isEmpty)) {
                meant.add(parts.size() == 1 ? parts.get(0) : "(" + all(parts) + ")");
            }
        }

        private Set<String> knownForms(String word) {
            Set<String> forms = new LinkedHashSet<>(knownOf(word));
            DutchForms.of(word).forEach(form -> forms.addAll(knownOf(form)));
            return forms;
        }

        private Set<String> knownOf(String word) {
            return lexemes.getOrDefault(word, Set.of()).stream()
                    .filter(known::contains)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** Words that hold this one in any form; and, when nobody ever wrote it, words that look like it. */
        private Set<String> resembling(String word) {
            Set<String> found = new LinkedHashSet<>();
            Stream.concat(Stream.of(word), DutchForms.of(word).stream())
                    .forEach(form -> resembling.getOrDefault(form, List.of()).stream()
                            .filter(known -> known.word().contains(form))
                            .forEach(known -> found.add(known.lexeme())));
            if (found.isEmpty() && knownOf(word).isEmpty()) {
                resembling.getOrDefault(word, List.of()).stream()
                        .filter(known -> Spelling.near(word, known.word()))
                        .forEach(known -> found.add(known.lexeme()));
            }
            return found;
        }
    }

    /** What is typed as one name, quoted or not; empty where some of it is refused. */
    private static String together(List<SearchTerms.Term> terms) {
        return terms.stream().anyMatch(SearchTerms.Term::refused)
                ? ""
                : terms.stream().flatMap(term -> term.words().stream()).collect(Collectors.joining(" "));
    }

    private static List<String> parts(String words) {
        return words == null ? List.of() : List.of(words.split(" "));
    }

    /** A compound in two, with or without the letter that joins them. */
    static List<List<String>> splits(String word) {
        List<List<String>> splits = new ArrayList<>();
        for (int at = TELLING; at <= word.length() - TELLING; at++) {
            String first = word.substring(0, at);
            String second = word.substring(at);
            splits.add(List.of(first, second));
            if (second.startsWith("s") && second.length() > TELLING) {
                splits.add(List.of(first, second.substring(1)));
            }
        }
        return splits;
    }

    private static String any(Collection<String> lexemes) {
        return lexemes.stream().map(WidenSearch::quoted).collect(Collectors.joining(" | "));
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
