package nl.etalage.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import nl.etalage.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {

    private final AtomicLong nanos = new AtomicLong();

    private final Counter limits = new Counter("credential", new Stock(2, 10), 100, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    private record Stock(long perSecond, long burst) implements RateLimitSettings.Limit {}

    @Test
    void aStockIsThereToBeUsedAtOnceAndThenItIsFull() {
        for (int call = 0; call < 10; call++) {
            assertDoesNotThrow(() -> limits.count("anneke"));
        }

        ProblemException refused = assertThrows(
                ProblemException.class, () -> limits.count("anneke").orThrow());

        assertEquals(429, refused.type().status());
        assertEquals("1", refused.headers().get("Retry-After"));
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

        assertDoesNotThrow(() -> limits.count("anneke").orThrow());
        assertDoesNotThrow(() -> limits.count("anneke").orThrow());
        assertThrows(ProblemException.class, () -> limits.count("anneke").orThrow());
    }

    @Test
    void oneCallerTakesNothingFromAnother() {
        for (int call = 0; call < 20; call++) {
            limits.count("anneke");
        }

        assertDoesNotThrow(() -> limits.count("bram").orThrow());
    }

    @Test
    void whatIsForgivenWasNeverCounted() {
        for (int call = 0; call < 100; call++) {
            limits.count("10.0.0.1").orThrow();
            limits.forgive("10.0.0.1");
        }

        assertEquals("\"credential\";r=9;t=1", limits.count("10.0.0.1").state());
    }

    @Test
    void noNumberOfCallersFillsTheMemory() {
        for (int caller = 0; caller < 100_000; caller++) {
            limits.count("10.0." + caller);
        }

        assertTrue(limits.callers() <= 100, "" + limits.callers());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2:ffff::1, 2001:db8:1:2::/64",
        "2001:db8:1:3::1, 2001:db8:1:3::/64"
    })
    void anAddressOfTheNewKindIsCountedByItsNetwork(String address, String counted) {
        assertEquals(counted, AddressBlock.of(address));
    }
}
