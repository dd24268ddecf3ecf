package nl.etalage.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A stock for each of many, no more than a fixed number of them at a time, and what is said of it in headers.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields</a>
 */
public final class Counter {

    private final String name;
    private final String policy;
    private final Stock stock;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /**
     * @param name of the policy in the headers, letters only
     * @param kept how many are counted at a time, about 500 bytes each; beyond it the quietest are forgotten
     */
    public Counter(String name, Stock stock, long kept, TimeMeter time) {
        this.name = name;
        this.stock = stock;
        this.time = time;
        // The stock returns whole in this window: 1,000 in 5 seconds is 200 a second.
        policy = "\"" + name + "\";q=" + stock.size() + ";w="
                + Math.max(1, stock.whole().toSeconds());
        // A bucket that nobody touched for so long is full again: forgetting it changes nothing.
        buckets = Caffeine.newBuilder()
                .maximumSize(kept)
                .executor(Runnable::run)
                .expireAfterAccess(stock.whole().plusSeconds(1))
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** As above, by a clock that tests can set. */
    public Counter(String name, Stock stock, long kept, Clock clock) {
        this(name, stock, kept, new ClockMeter(clock));
    }

    /**
     * What became of one taking.
     *
     * @param state value of {@code RateLimit}
     * @param within whether there was one left to take
     * @param retryAfter whole seconds until there is one again, at least 1
     */
    public record Count(String state, boolean within, String retryAfter) {}

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /** Value of {@code RateLimit-Policy}. */
    public String policy() {
        return policy;
    }

    /** Takes one. */
    public Count count(String who) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        String reset = seconds(probe.getNanosToWaitForReset());
        String state = "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + reset;
        return new Count(state, probe.isConsumed(), seconds(probe.getNanosToWaitForRefill()));
    }

    /** Gives one back. */
    public void forgive(String who) {
        bucket(who).addTokens(1);
    }

    /** How many are counted now. */
    public long kept() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(String who) {
        return buckets.get(who, any -> Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(stock.size()).refillGreedy(stock.refill(), stock.per()))
                .withCustomTimePrecision(time)
                .build());
    }

    private static String seconds(long nanos) {
        return Long.toString(Math.max(1, Duration.ofNanos(nanos + 999_999_999).toSeconds()));
    }
}
