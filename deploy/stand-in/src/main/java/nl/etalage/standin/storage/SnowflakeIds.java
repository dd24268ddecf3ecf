package nl.etalage.standin.storage;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids as Mastodon makes them: milliseconds since 1970 in the upper 48 bits, the rest to tell apart what happened in
 * one millisecond. Each is greater than the one before, also when the clock steps back.
 */
public final class SnowflakeIds {
    private static final int BITS_WITHIN_A_MILLISECOND = 16;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    public SnowflakeIds(Clock clock) {
        this.clock = clock;
    }

    public long next() {
        return last.updateAndGet(before -> Math.max(before + 1, clock.millis() << BITS_WITHIN_A_MILLISECOND));
    }

    /** What is made from now on is greater than this one, read back from disk. */
    public void after(long id) {
        last.accumulateAndGet(id, Math::max);
    }
}
