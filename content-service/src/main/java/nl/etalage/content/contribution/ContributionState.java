package nl.etalage.content.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where what a shop offered stands, and what may be done with it there. */
public enum ContributionState {
    /** Waits for the central group. */
    @JsonProperty("offered")
    OFFERED,
    /** Waits for the shop. */
    @JsonProperty("changes-asked")
    CHANGES_ASKED,
    /** A story was made of it. */
    @JsonProperty("taken")
    TAKEN,
    @JsonProperty("declined")
    DECLINED,
    /** The shop took it back. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    /** What happens to it. */
    public enum Action {
        REVISE,
        ASK_CHANGES,
        TAKE,
        DECLINE,
        WITHDRAW
    }

    private static final Map<ContributionState, Map<Action, ContributionState>> NEXT = Map.of(
            OFFERED,
                    Map.of(
                            Action.REVISE, OFFERED,
                            Action.ASK_CHANGES, CHANGES_ASKED,
                            Action.TAKE, TAKEN,
                            Action.DECLINE, DECLINED,
                            Action.WITHDRAW, WITHDRAWN),
            CHANGES_ASKED,
                    Map.of(
                            Action.REVISE, OFFERED,
                            Action.TAKE, TAKEN,
                            Action.DECLINE, DECLINED,
                            Action.WITHDRAW, WITHDRAWN),
            TAKEN, Map.of(),
            DECLINED, Map.of(),
            WITHDRAWN, Map.of());

    /** The state after an action, or empty when the action is refused here. */
    public Optional<ContributionState> after(Action action) {
        return Optional.ofNullable(NEXT.get(this).get(action));
    }

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ContributionState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
