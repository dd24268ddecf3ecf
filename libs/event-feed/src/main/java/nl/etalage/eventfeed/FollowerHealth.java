package nl.etalage.eventfeed;

import java.time.Duration;
import java.time.Instant;

/**
 * How a follower is doing.
 *
 * @param feed         which feed it follows
 * @param position     how far it has come
 * @param lastContact  when the feed last gave a good answer, an empty one too; null when never
 * @param currentAt    when this service last had everything the feed had; null when never
 * @param failure      why it is stuck now, in one line for operators; null while all is well
 * @param failingSince since when it is stuck; null while all is well
 * @param asOf         the moment of this report
 */
public record FollowerHealth(
        String feed,
        long position,
        Instant lastContact,
        Instant currentAt,
        String failure,
        Instant failingSince,
        Instant asOf) {

    /**
     * Whether this service had everything the feed had, at most so long ago. A long poll is answered after at most 30
     * s, so ask for more than that. A feed that answers but whose event can't be applied isn't fresh for long.
     */
    public boolean fresh(Duration within) {
        return currentAt != null && !currentAt.isBefore(asOf.minus(within));
    }
}
