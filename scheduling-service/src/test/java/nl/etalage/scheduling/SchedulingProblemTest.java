package nl.etalage.scheduling;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence exists, in both languages, and says the same. */
class SchedulingProblemTest {

    @ParameterizedTest
    @EnumSource
    void everyProblemHasATitleAndASentenceInBothLanguages(SchedulingProblem problem) throws IOException {
        for (String language : List.of("nl", "en")) {
            Properties sentences = sentences("problems", language);
            assertFalse(sentences.getProperty(problem.name() + ".title", "").isBlank());
            assertFalse(sentences.getProperty(problem.name() + ".detail", "").isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsDocumentedWithItsStatus(SchedulingProblem problem) throws IOException {
        String documentation = Files.readString(Path.of("../docs/problems.md"));
        String row = "| `%s` | %d |".formatted(problem.slug(), problem.status());
        assertTrue(documentation.contains(row), row + " is missing in docs/problems.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "input", "remarks"})
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        assertEquals(
                sentences(bundle, "nl").stringPropertyNames(),
                sentences(bundle, "en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "input", "remarks"})
    void noSentenceLosesAnApostrophe(String bundle) throws IOException {
        Set<String> broken = new TreeSet<>();
        for (String language : List.of("nl", "en")) {
            Properties sentences = sentences(bundle, language);
            for (String key : sentences.stringPropertyNames()) {
                String pattern = sentences.getProperty(key);
                String said = new MessageFormat(pattern, Locale.ROOT).format(new Object[] {"{0}", "{1}"});
                if (!said.equals(pattern.replace("''", "'"))) {
                    broken.add(language + " " + key);
                }
            }
        }
        assertEquals(Set.of(), broken);
    }

    @Test
    void everyRemarkInTheCodeHasItsSentence() throws IOException {
        Set<String> known = sentences("remarks", "nl").stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        Pattern remark = Pattern.compile("Remark\\.of\\(\\s*\"([a-z.-]+)\"\\s*[,)]");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = remark.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (!known.contains(matcher.group(1))) {
                        missing.add(matcher.group(1));
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static Properties sentences(String bundle, String language) throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                SchedulingProblem.class.getResourceAsStream(bundle + "_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
