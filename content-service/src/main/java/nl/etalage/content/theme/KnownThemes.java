package nl.etalage.content.theme;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.etalage.content.access.CurrentStand;

/** What words for themes mean, kept for as long as the list of themes stays as it is. */
@ApplicationScoped
class KnownThemes {

    private static final long MOST = 5_000;

    private final ThemeWords words;
    private final CurrentStand stand;
    private final Cache<Word, ThemeWords.Meant> kept =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    KnownThemes(ThemeWords words, CurrentStand stand) {
        this.words = words;
        this.stand = stand;
    }

    /** A word at a moment of the list. */
    private record Word(long version, String written) {}

    /** As {@link ThemeWords#meant}. */
    Map<String, ThemeWords.Meant> meant(Collection<String> written) {
        long version = stand.themes();
        Map<String, ThemeWords.Meant> meant = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String word : written) {
            ThemeWords.Meant known = kept.getIfPresent(new Word(version, word));
            if (known == null) {
                unknown.add(word);
            } else {
                meant.put(word, known);
            }
        }
        if (!unknown.isEmpty()) {
            words.meant(unknown).forEach((word, theme) -> {
                kept.put(new Word(version, word), theme);
                meant.put(word, theme);
            });
        }
        return meant;
    }
}
