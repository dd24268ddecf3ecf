package nl.etalage.standin.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts calls in windows of five minutes, aligned to the clock for everybody alike.
 *
 * @see <a href="https://docs.joinmastodon.org/api/rate-limits/">Rate limits</a>
 */
final class RateLimit {
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final int limit;
    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long period;

    RateLimit(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Counts one call. */
    synchronized Standing count(String who) {
        long now = Math.floorDiv(clock.instant().getEpochSecond(), PERIOD.toSeconds());
        if (now != period) {
            counts.clear();
            period = now;
        }
        int calls = counts.merge(who, 1, Integer::sum);
        Instant reset = Instant.ofEpochSecond((period + 1) * PERIOD.toSeconds());
        return new Standing(limit, Math.max(0, limit - calls), reset, calls > limit);
    }

    /** @param reset when the counting starts again */
    record Standing(int limit, int remaining, Instant reset, boolean exceeded) {
        Answer on(Answer answer) {
            return answer.with("X-RateLimit-Limit", Integer.toString(limit))
                    .with("X-RateLimit-Remaining", Integer.toString(remaining))
                    .with("X-RateLimit-Reset", MastodonTime.ofMicroseconds(reset));
        }

        Standing usedUp() {
            return new Standing(limit, 0, reset, true);
        }
    }
}
