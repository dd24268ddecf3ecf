package nl.etalage.content.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.etalage.content.story.StoryState.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoryStateTest {

    /** The table as the design draws it, written down a second time; what isn't in it is refused. */
    private static final Map<String, StoryState> ALLOWED = Map.of(
            "DRAFT EDIT", StoryState.DRAFT,
            "DRAFT SUBMIT", StoryState.IN_REVIEW,
            "IN_REVIEW RETURN", StoryState.DRAFT,
            "IN_REVIEW RELEASE", StoryState.RELEASED,
            "RELEASED CORRECT", StoryState.RELEASED,
            "RELEASED CONFIRM", StoryState.RELEASED,
            "RELEASED WITHDRAW", StoryState.WITHDRAWN,
            "RELEASED EXPIRE", StoryState.EXPIRED);

    static Stream<Arguments> everyStateAndAction() {
        return Stream.of(StoryState.values())
                .flatMap(state -> Stream.of(Action.values()).map(action -> Arguments.of(state, action)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndAction")
    void everyActionInEveryStateIsAllowedOrRefusedAsDesigned(StoryState state, Action action) {
        assertEquals(Optional.ofNullable(ALLOWED.get(state + " " + action)), state.after(action));
    }
}
