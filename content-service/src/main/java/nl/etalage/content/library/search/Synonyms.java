package nl.etalage.content.library.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that mean the same to who searches. They stand in {@code synonyms_nl.txt}, a line each; they are looked up when
 * somebody searches, so a new line needs no new index.
 */
@ApplicationScoped
class Synonyms {

    private static final String FILE = "synonyms_nl.txt";

    private final Map<String, Set<String>> byWord = new HashMap<>();

    Synonyms() {
        try (InputStream in = Synonyms.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String line) {
        List<String> alike = Arrays.stream(line.split(",")).map(String::strip).toList();
        for (String word : alike) {
            byWord.computeIfAbsent(word, any -> new LinkedHashSet<>()).addAll(alike);
        }
    }

    /** Without the word itself; one may be several words with spaces between them. */
    List<String> of(String word) {
        List<String> others = new ArrayList<>(byWord.getOrDefault(word, Set.of()));
        others.remove(word);
        return others;
    }
}
