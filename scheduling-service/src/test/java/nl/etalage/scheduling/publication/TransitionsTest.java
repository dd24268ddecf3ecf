package nl.etalage.scheduling.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every event, written down a second time in words: allowed with its end, or refused. */
class TransitionsTest {

    private static final Map<String, String> ALLOWED = new TreeMap<>();

    static {
        allow(
                "PROPOSED",
                "CANCEL cancelled, MISS missed, RECALL recalled, MOVE proposed, REFRESH proposed,"
                        + " REFRESH_FOR_APPROVAL proposed");
        allow(
                "AWAITING_APPROVAL",
                "APPROVE scheduled, REJECT cancelled, CANCEL cancelled, MISS missed, RECALL recalled,"
                        + " MOVE awaiting-approval, REFRESH_FOR_APPROVAL awaiting-approval");
        allow(
                "SCHEDULED",
                "CLAIM publishing, CANCEL cancelled, MISS missed, RECALL recalled, MOVE scheduled, REFRESH scheduled,"
                        + " REFRESH_FOR_APPROVAL awaiting-approval");
        allow(
                "PUBLISHING",
                "PUBLISH published, POSTPONE scheduled, FAIL failed, LOSE unknown, WITHDRAW_OFFER removing");
        allow("PUBLISHED", "RECALL removing");
        allow(
                "UNKNOWN",
                "PUBLISH published, RESOLVE_PUBLISHED published, POSTPONE scheduled, RESOLVE_FAILED failed,"
                        + " LOSE unknown, RECALL removing");
        allow("FAILED", "RETRY scheduled, RETRY_FOR_APPROVAL awaiting-approval");
        allow("MISSED", "RETRY scheduled, RETRY_FOR_APPROVAL awaiting-approval");
        allow("REMOVING", "REMOVE removed, REFUSE_REMOVAL published");
    }

    private static void allow(String state, String steps) {
        for (String step : steps.split(", ?")) {
            String[] words = step.strip().split(" ");
            ALLOWED.put(state + " " + words[0], words[1]);
        }
    }

    static Stream<Arguments> everyStateWithEveryEvent() {
        return Stream.of(PublicationState.values())
                .flatMap(state -> Stream.of(PublicationEvent.values()).map(event -> Arguments.of(state, event)));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("everyStateWithEveryEvent")
    void anEventLeadsWhereTheDesignSaysOrNowhere(PublicationState state, PublicationEvent event) {
        Optional<String> expected = Optional.ofNullable(ALLOWED.get(state + " " + event));

        Optional<PublicationState> next = state.on(event);

        assertEquals(expected, next.map(PublicationState::word));
    }

    @Test
    void theThreeFinalStatesAreLeftByNothing() {
        List<PublicationState> ends = new ArrayList<>();
        for (PublicationState state : PublicationState.values()) {
            if (Stream.of(PublicationEvent.values())
                    .noneMatch(event -> state.on(event).isPresent())) {
                ends.add(state);
            }
        }

        assertEquals(List.of(PublicationState.CANCELLED, PublicationState.RECALLED, PublicationState.REMOVED), ends);
    }

    @Test
    void everythingAcceptedReachesAVisibleEnd() {
        Set<PublicationState> ends = EnumSet.of(
                PublicationState.PUBLISHED,
                PublicationState.FAILED,
                PublicationState.MISSED,
                PublicationState.CANCELLED,
                PublicationState.RECALLED,
                PublicationState.REMOVED,
                PublicationState.UNKNOWN);
        for (PublicationState state : PublicationState.values()) {
            boolean endsOrLeadsOn = ends.contains(state)
                    || Stream.of(PublicationEvent.values())
                            .anyMatch(event ->
                                    state.on(event).filter(ends::contains).isPresent());
            assertTrue(endsOrLeadsOn, state + " would be a dead end");
        }
    }
}
