package nl.etalage.scheduling.platform;

import java.time.Duration;
import java.time.Instant;
import nl.etalage.scheduling.Remark;

/** What a call to a platform came to. */
public sealed interface Outcome {

    /**
     * It is there.
     *
     * @param id the platform's id, by which it can be removed
     * @param permalink where people see it; null when the platform has none
     * @param nextAfter the platform wants no call before this; null when it doesn't mind
     */
    record Published(String id, String permalink, Instant nextAfter) implements Outcome {}

    /** It is certainly not there: read back and not found. */
    record Absent() implements Outcome {}

    /** It isn't there as far as this call goes, and why. */
    sealed interface Failure extends Outcome {

        /** What to tell people. */
        Remark why();
    }

    /** The platform won't have it, now or later. */
    record Refused(Remark why) implements Failure {}

    /** The platform no longer knows us: a person must connect the channel again. */
    record Unauthorised(Remark why) implements Failure {}

    /** Too many calls; the platform did nothing. */
    record Throttled(Duration retryAfter, Remark why) implements Failure {}

    /** It failed before anything could have been posted. */
    record NotSent(Remark why) implements Failure {}

    /** It may be there or not. */
    record Uncertain(Remark why) implements Failure {}
}
