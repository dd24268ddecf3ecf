package nl.etalage.standin.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The ways in which the platform can misbehave on request. */
public enum FaultKind {
    /** Does what was asked, then never answers: holds the connection until the caller gives up, or a minute. */
    ACCEPT_THEN_TIME_OUT("accept-then-time-out", true),
    /** Does what was asked, then closes the connection without a word. */
    ACCEPT_THEN_CLOSE("accept-then-close", true),
    /** Does nothing and never answers. */
    TIME_OUT("time-out", false),
    /** Does nothing and answers 429, with {@code Retry-After} when that was given. */
    TOO_MANY_REQUESTS("429", false),
    /** Does nothing and answers 503, with {@code Retry-After} when that was given. */
    UNAVAILABLE("503", false),
    /** Does nothing and answers 401, as for a token that was revoked. */
    TOKEN_REVOKED("401", false),
    /** Does what was asked and answers 200 with half a JSON body. */
    MALFORMED_BODY("malformed-body", true),
    /** Does what was asked at once, but answers late. */
    SLOW("slow", true);

    private final String wireName;
    private final boolean accepting;

    FaultKind(String wireName, boolean accepting) {
        this.wireName = wireName;
        this.accepting = accepting;
    }

    /** @throws IllegalArgumentException when there is no such fault */
    @JsonCreator
    public static FaultKind named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no fault named " + wireName));
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Whether the call takes effect all the same. */
    public boolean accepting() {
        return accepting;
    }
}
