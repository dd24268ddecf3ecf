package nl.etalage.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import nl.etalage.problem.HttpProblem;

/** Buckets of one kind of caller, no more than a fixed number, and what is said of them in headers. */
final class Counter {

    private final String name;
    private final String policy;
    private final RateLimitSettings.Limit limit;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /**
     * @param name of the policy in the headers, letters only
     * @param callers how many are counted at a time
     */
    Counter(String name, RateLimitSettings.Limit limit, long callers, TimeMeter time) {
        this.name = name;
        this.limit = limit;
        this.time = time;
        Duration full = limit.refill();
        // The stock returns whole in this window: 1,000 in 5 seconds is 200 a second.
        policy = "\"" + name + "\";q=" + limit.burst() + ";w=" + Math.max(1, full.toSeconds());
        // A bucket that nobody touched for so long is full again: forgetting it changes nothing.
        buckets = Caffeine.newBuilder()
                .maximumSize(callers)
                .executor(Runnable::run)
                .expireAfterAccess(full.plusSeconds(1))
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** One call of a caller. */
    record Count(String state, boolean within, String retryAfter) {

        void orThrow() {
            if (!within) {
                throw HttpProblem.TOO_MANY_REQUESTS.because().header("Retry-After", retryAfter);
            }
        }
    }

    /** Value of {@code RateLimit-Policy}. */
    String policy() {
        return policy;
    }

    Count count(String caller) {
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        String reset = seconds(probe.getNanosToWaitForReset());
        String state = "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + reset;
        return new Count(state, probe.isConsumed(), seconds(probe.getNanosToWaitForRefill()));
    }

    void forgive(String caller) {
        bucket(caller).addTokens(1);
    }

    /** How many callers are counted now. */
    long callers() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(String caller) {
        return buckets.get(caller, any -> Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.burst()).refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build());
    }

    /** Whole seconds, rounded up, at least 1. */
    private static String seconds(long nanos) {
        return Long.toString(Math.max(1, Duration.ofNanos(nanos + 999_999_999).toSeconds()));
    }
}
