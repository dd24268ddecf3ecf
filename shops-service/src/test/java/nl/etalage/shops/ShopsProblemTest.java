package nl.etalage.shops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopsProblemTest {

    @ParameterizedTest
    @EnumSource
    void everyProblemHasATitleAndASentenceInBothLanguages(ShopsProblem problem) throws IOException {
        for (String language : List.of("nl", "en")) {
            assertFalse(sentences(language)
                    .getProperty(problem.name() + ".title", "")
                    .isBlank());
            assertFalse(sentences(language)
                    .getProperty(problem.name() + ".detail", "")
                    .isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsDocumentedWithItsStatus(ShopsProblem problem) throws IOException {
        String documentation = Files.readString(Path.of("../docs/problems.md"));
        String row = "| `%s` | %d |".formatted(problem.slug(), problem.status());
        assertTrue(documentation.contains(row), row + " is missing in docs/problems.md");
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertEquals(sentences("nl").stringPropertyNames(), sentences("en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void noSentenceLosesAnApostrophe(String language) throws IOException {
        Set<String> broken = new TreeSet<>();
        Properties sentences = sentences(language);
        for (String key : sentences.stringPropertyNames()) {
            String pattern = sentences.getProperty(key);
            String said = new MessageFormat(pattern, Locale.ROOT).format(new Object[] {"{0}", "{1}"});
            if (!said.equals(pattern.replace("''", "'"))) {
                broken.add(key);
            }
        }
        assertEquals(Set.of(), broken);
    }

    private static Properties sentences(String language) throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                ShopsProblemTest.class.getResourceAsStream("problems_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
