package nl.etalage.content.library;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.story.Audience;
import nl.etalage.content.story.Season;
import nl.etalage.content.story.StoryFunction;
import nl.etalage.content.story.StoryType;
import nl.etalage.problem.Sentences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a story can be chosen by has a name in both languages. */
class FacetNamesTest {

    @ParameterizedTest
    @MethodSource("words")
    void everyChoiceHasAName(String language, String word) {
        assertFalse(Sentences.forHeader(language)
                .sentence(ContentProblem.BUNDLE, word, List.of())
                .isBlank());
    }

    static Stream<Arguments> words() {
        return Stream.of("nl", "en").flatMap(language -> Stream.of(
                        words("type", StoryType.values()),
                        words("function", StoryFunction.values()),
                        words("audience", Audience.values()),
                        words("season", Season.values()),
                        Stream.of("owner.network"))
                .flatMap(words -> words.map(word -> Arguments.of(language, word))));
    }

    private static Stream<String> words(String facet, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> facet + "." + StoryFacet.word(value));
    }
}
