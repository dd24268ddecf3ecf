package nl.etalage.content.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a story stands, and what may be done with it there. */
public enum StoryState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("in-review")
    IN_REVIEW,
    @JsonProperty("released")
    RELEASED,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("expired")
    EXPIRED;

    /** What happens to a story. */
    public enum Action {
        EDIT,
        SUBMIT,
        RETURN,
        RELEASE,
        CORRECT,
        CONFIRM,
        WITHDRAW,
        EXPIRE
    }

    private static final Map<StoryState, Map<Action, StoryState>> NEXT = Map.of(
            DRAFT, Map.of(Action.EDIT, DRAFT, Action.SUBMIT, IN_REVIEW),
            IN_REVIEW, Map.of(Action.RETURN, DRAFT, Action.RELEASE, RELEASED),
            RELEASED,
                    Map.of(
                            Action.CORRECT, RELEASED,
                            Action.CONFIRM, RELEASED,
                            Action.WITHDRAW, WITHDRAWN,
                            Action.EXPIRE, EXPIRED),
            WITHDRAWN, Map.of(),
            EXPIRED, Map.of());

    /** The state after an action, or empty when the action is refused here. */
    public Optional<StoryState> after(Action action) {
        return Optional.ofNullable(NEXT.get(this).get(action));
    }

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
