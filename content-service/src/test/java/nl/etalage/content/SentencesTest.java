package nl.etalage.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

class SentencesTest {

    /** An apostrophe alone makes MessageFormat swallow what follows. */
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!['{}])'(?!['{}])");

    private static final Pattern KEY_IN_CODE = Pattern.compile("\"((?:rendering|must|advice|picture|details|merge-field"
            + "|asset|story|campaign|correction|adaptation|source-update|product|time)\\.[A-Za-z_.-]+[a-zA-Z])\"");

    private static Properties sentences(String language) throws IOException {
        Properties sentences = new Properties();
        try (InputStream in = SentencesTest.class.getResourceAsStream("problems_" + language + ".properties")) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return sentences;
    }

    @ParameterizedTest
    @EnumSource(ContentProblem.class)
    void everyProblemHasATitleAndASentenceInBothLanguages(ContentProblem problem) throws IOException {
        for (String language : new String[] {"nl", "en"}) {
            assertTrue(sentences(language).containsKey(problem.name() + ".title"), language);
            assertTrue(sentences(language).containsKey(problem.name() + ".detail"), language);
        }
    }

    @ParameterizedTest
    @EnumSource(ContentProblem.class)
    void everyProblemIsDocumented(ContentProblem problem) throws IOException {
        String documentation = Files.readString(Path.of("../docs/problems.md"));
        String row = "| `%s` | %d |".formatted(problem.slug(), problem.status());
        assertTrue(documentation.contains(row), row + " is missing in docs/problems.md");
    }

    @Test
    void bothLanguagesHaveTheSameSentences() throws IOException {
        assertEquals(
                new TreeSet<>(sentences("nl").stringPropertyNames()),
                new TreeSet<>(sentences("en").stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void noApostropheSwallowsASentence(String language) throws IOException {
        sentences(language)
                .forEach((key, sentence) ->
                        assertFalse(LONE_APOSTROPHE.matcher((String) sentence).find(), key + ": " + sentence));
    }

    @Test
    void everySentenceTheCodeNamesIsThere() throws IOException {
        Set<String> known = sentences("nl").stringPropertyNames();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (source.toString().contains("audit")
                        || source.endsWith("KnownMergeFields.java")
                        || source.endsWith("CampaignOfDay.java")) {
                    continue;
                }
                Matcher key = KEY_IN_CODE.matcher(Files.readString(source));
                while (key.find()) {
                    boolean audited =
                            key.group(1).matches("(story|asset|campaign|adaptation)\\.([a-z]+ed|left|withdrawn)");
                    assertTrue(audited || known.contains(key.group(1)), source + ": " + key.group(1));
                }
            }
        }
    }
}
