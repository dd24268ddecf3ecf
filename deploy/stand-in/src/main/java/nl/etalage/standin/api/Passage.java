package nl.etalage.standin.api;

import java.util.Optional;
import nl.etalage.standin.fault.Fault;

/** What came of one call, and the fault its answer suffers. */
record Passage(Answer answer, Optional<Fault> fault) {
    /** What the caller gets to see; null when no answer comes. */
    Integer visibleStatus() {
        if (fault.isEmpty()) {
            return answer.status();
        }
        return switch (fault.get().fault()) {
            case ACCEPT_THEN_TIME_OUT, ACCEPT_THEN_CLOSE, TIME_OUT -> null;
            case MALFORMED_BODY -> 200;
            default -> answer.status();
        };
    }
}
