package nl.etalage.content.theme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.etalage.content.Findings;

/** Finds the themes of the list that somebody means with what they wrote for a story. */
@ApplicationScoped
public class ChooseThemes {

    private static final int SUGGESTIONS = 3;

    private final ThemeWords words;
    private final KnownThemes known;

    ChooseThemes(ThemeWords words, KnownThemes known) {
        this.words = words;
        this.known = known;
    }

    /**
     * The keys of what is written, each once; adds at {@code /themes/0} and so on what is on nobody's list.
     *
     * @param written keys, names or synonyms
     * @param had what the story has already: that stays, whatever became of the list
     */
    public List<String> keysOf(List<String> written, Collection<String> had, Findings findings) {
        Set<String> keys = new LinkedHashSet<>();
        Map<String, ThemeWords.Meant> meant = written.isEmpty() ? Map.of() : known.meant(written);
        for (int at = 0; at < written.size(); at++) {
            String word = written.get(at);
            ThemeWords.Meant theme = meant.get(word);
            if (had.contains(word)) {
                // Written while its theme became part of another.
                keys.add(theme == null ? word : theme.key());
            } else if (theme == null) {
                refuse("/themes/" + at, word, findings);
            } else if (theme.state() == ThemeState.RETIRED && !had.contains(theme.key())) {
                findings.add("/themes/" + at, "theme.retired", theme.key());
            } else {
                keys.add(theme.key());
            }
        }
        return List.copyOf(keys);
    }

    private void refuse(String pointer, String word, Findings findings) {
        List<String> like = words.like(word, SUGGESTIONS);
        if (like.isEmpty()) {
            findings.add(pointer, "theme.unknown", word);
        } else {
            findings.add(pointer, "theme.unknown-like", word, String.join(", ", like));
        }
    }
}
