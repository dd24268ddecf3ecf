package nl.etalage.ratelimit;

import java.time.Duration;

/**
 * What somebody may take: so much at once after a quiet time, and what comes back for ever after.
 *
 * @param size how much at once, at least 1
 * @param refill how much comes back in {@code per}, at least 1, evenly
 */
public record Stock(long size, long refill, Duration per) {

    public Stock {
        if (size < 1 || refill < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException(
                    "A limit needs a size and a refill: %d, %d in %s".formatted(size, refill, per));
        }
    }

    /** How long an empty stock takes to be full again. */
    public Duration whole() {
        return per.multipliedBy(size).dividedBy(refill);
    }
}
