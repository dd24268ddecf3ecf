package nl.etalage.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {

    @ParameterizedTest
    @EnumSource(HttpProblem.class)
    void everyProblemHasItsSentencesInBothLanguages(HttpProblem type) {
        for (String language : new String[] {"nl", "en"}) {
            ProblemDocument document = ProblemDocument.of(type, Sentences.forHeader(language));
            assertFalse(document.title().isBlank());
            assertTrue(document.detail().endsWith("."));
        }
    }

    @ParameterizedTest
    @EnumSource(HttpProblem.class)
    void everyProblemIsDocumented(HttpProblem type) throws IOException {
        String documentation = Files.readString(Path.of("../../docs/problems.md"));
        assertTrue(documentation.contains("`" + type.slug() + "`"), type.slug() + " is missing in docs/problems.md");
    }
}
