package nl.etalage.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CounterTest {

    private final AtomicLong nanos = new AtomicLong();

    private final Counter limits =
            new Counter("credential", new Stock(10, 2, Duration.ofSeconds(1)), 100, new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    @Test
    void aStockIsThereToBeUsedAtOnceAndThenItIsFull() {
        for (int call = 0; call < 10; call++) {
            assertTrue(limits.count("anneke").within());
        }

        Counter.Count refused = limits.count("anneke");

        assertFalse(refused.within());
        assertEquals("1", refused.retryAfter());
    }

    @Test
    void whatIsLeftAndWhenItIsWholeAgainIsSaid() {
        Counter.Count first = limits.count("anneke");
        Counter.Count second = limits.count("anneke");

        assertEquals("\"credential\";q=10;w=5", limits.policy());
        assertEquals("\"credential\";r=9;t=1", first.state());
        assertEquals("\"credential\";r=8;t=1", second.state());
    }

    @Test
    void itFillsAtItsOwnPace() {
        for (int call = 0; call < 10; call++) {
            limits.count("anneke");
        }
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertTrue(limits.count("anneke").within());
        assertTrue(limits.count("anneke").within());
        assertFalse(limits.count("anneke").within());
    }

    @Test
    void oneCallerTakesNothingFromAnother() {
        for (int call = 0; call < 20; call++) {
            limits.count("anneke");
        }

        assertTrue(limits.count("bram").within());
    }

    @Test
    void whatIsForgivenWasNeverCounted() {
        for (int call = 0; call < 100; call++) {
            assertTrue(limits.count("10.0.0.1").within());
            limits.forgive("10.0.0.1");
        }

        assertEquals("\"credential\";r=9;t=1", limits.count("10.0.0.1").state());
    }

    @Test
    void noNumberOfCallersFillsTheMemory() {
        for (int caller = 0; caller < 100_000; caller++) {
            limits.count("10.0." + caller);
        }

        assertTrue(limits.kept() <= 100, "" + limits.kept());
    }
}
