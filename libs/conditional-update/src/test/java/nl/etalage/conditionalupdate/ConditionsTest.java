package nl.etalage.conditionalupdate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "*", "\"1\", \"3\"", " \"3\" "})
    void aChangeByWhoSawThePresentVersionPasses(String header) {
        assertDoesNotThrow(() -> IfMatch.require(header, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "3", "\"33\"", "\"", "🙂", "\"2\", \"4\""})
    void aChangeByWhoDidNotIsRefusedWithThePresentVersion(String header) {
        ProblemException refused = assertThrows(ProblemException.class, () -> IfMatch.require(header, 3));
        assertEquals(HttpProblem.VERSION_OUTDATED, refused.type());
        assertEquals(3L, refused.members().get("version"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aChangeThatNamesNoVersionIsRefused(String header) {
        ProblemException refused = assertThrows(ProblemException.class, () -> IfMatch.require(header, 3));
        assertEquals(HttpProblem.VERSION_REQUIRED, refused.type());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "a"        | "a"   | true
            W/"a"      | "a"   | true
            "a"        | W/"a" | true
            "b", W/"a" | "a"   | true
            *          | "a"   | true
            "b"        | "a"   | false
            a          | "a"   | false
                       | "a"   | false
            """)
    void aReaderWhoHasThePresentOneIsRecognised(String header, String tag, boolean matches) {
        assertEquals(matches, IfNoneMatch.matches(header, tag));
    }

    @Test
    void aTagIsTheVersionInQuotes() {
        assertEquals("\"12\"", EntityTag.of(12));
    }
}
