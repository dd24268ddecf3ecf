package nl.etalage.standin.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostLengthTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", 0),
                Arguments.of("koffie", 6),
                Arguments.of("e\u0301e\u0301n", 3),
                Arguments.of("👩‍👩‍👧‍👦", 1),
                Arguments.of("🇳🇱🇧🇪", 2),
                Arguments.of("👍🏽", 1),
                Arguments.of("https://a.nl", 23),
                Arguments.of("https://www.example.org/een/heel/lang/pad?met=vraag&en=meer#deel", 23),
                Arguments.of("Zie https://example.org/a.", 4 + 23 + 1),
                Arguments.of("(zie https://example.org/a_(b))", 5 + 23 + 1),
                Arguments.of("https://example.org, of http://example.com:8080/x!", 23 + 5 + 23 + 1),
                Arguments.of("http://localhost:8080/langer-dan-een-link", 41),
                Arguments.of("www.example.org", 15),
                Arguments.of("@zeist@mastodon.example hoi", 6 + 4),
                Arguments.of("@zeist hoi", 10),
                Arguments.of("jan@example.org", 15),
                Arguments.of("#koffie", 7));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void countsAsMastodonDoes(String text, int length) {
        assertEquals(length, PostLength.of("", text));
    }

    @Test
    void theWarningCountsToo() {
        assertEquals(6 + 5, PostLength.of("let op", "hallo"));
    }

    @Test
    void aHugeTextIsJustTooLong() {
        assertTrue(PostLength.of("", "https://example.org/".repeat(100_000)) > PostLength.LIMIT);
        assertTrue(PostLength.of("", ")".repeat(99_000)) > PostLength.LIMIT);
    }

    @Test
    void aLinkFullOfBracketsIsStillOneLink() {
        assertEquals(23 + 90_000, PostLength.of("", "https://example.org/" + ")".repeat(90_000)));
    }
}
