package nl.etalage.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.etalage.local.Arguments.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

class ArgumentsTest {

    @Test
    void upWithoutWordsStartsOnTheDocumentedPortsAndStays() {
        assertEquals(
                new Arguments(Command.UP, Path.of("/etalage"), false, 0, false, ""), Arguments.parse("up", "/etalage"));
    }

    @Test
    void theWordsMayStandInAnyOrder() {
        Arguments expected = new Arguments(Command.UP, Path.of("/etalage"), true, 100, true, "");

        assertEquals(expected, Arguments.parse("up", "/etalage", "--fresh", "--ports", "100", "--detach"));
        assertEquals(expected, Arguments.parse("up", "/etalage", "--detach", "--ports", "100", "--fresh"));
    }

    @Test
    void againNamesThePartToStart() {
        assertEquals(
                new Arguments(Command.AGAIN, Path.of("/etalage"), false, 0, false, "gateway"),
                Arguments.parse("up", "/etalage", "--again", "gateway"));
    }

    static Stream<ArgumentSet> misunderstandings() {
        return Stream.of(
                misunderstood("There is no --port.", "up", "/etalage", "--port", "8"),
                misunderstood("--ports misses what comes after it.", "up", "/etalage", "--ports"),
                misunderstood(
                        "--ports takes a whole number, such as 1000, and not 1e3.", "up", "/etalage", "--ports", "1e3"),
                misunderstood("down takes no --fresh.", "down", "/etalage", "--fresh"),
                misunderstood("Start this with ./deploy/up.", "sideways", "/etalage"),
                misunderstood("Start this with ./deploy/up."));
    }

    @ParameterizedTest
    @MethodSource("misunderstandings")
    void whatMeansNothingIsAnsweredWithWhatDoes(String sentence, List<String> words) {
        Arguments.NotUnderstood answer =
                assertThrows(Arguments.NotUnderstood.class, () -> Arguments.parse(words.toArray(String[]::new)));

        assertTrue(answer.getMessage().startsWith(sentence + " ./deploy/up [--fresh]"), answer.getMessage());
    }

    private static ArgumentSet misunderstood(String sentence, String... words) {
        return org.junit.jupiter.params.provider.Arguments.argumentSet(sentence, sentence, List.of(words));
    }
}
