package nl.etalage.audittrail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.etalage.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalBudgetTest {

    private final SettableClock clock = new SettableClock();
    private final RefusalBudget budget = new RefusalBudget(clock, new AuditConfig() {
        @Override
        public int refusalsPerMinute() {
            return 3;
        }

        @Override
        public int allRefusalsPerMinute() {
            return 5;
        }
    });

    @BeforeEach
    void noon() {
        clock.set(Instant.parse("2026-11-22T12:00:00Z"));
    }

    private long written(String caller, int refusals) {
        return IntStream.range(0, refusals)
                .filter(refusal -> budget.spend(caller).isPresent())
                .count();
    }

    @Test
    void aCallerWhoKeepsTryingFillsThreeLinesAMinute() {
        assertEquals(3, written("mallory", 1_000));
        clock.advance(Duration.ofMinutes(1));
        assertEquals(3, written("mallory", 1_000));
    }

    @Test
    void whatWasOnlyCountedIsToldWithTheNextLine() {
        written("mallory", 10);
        clock.advance(Duration.ofMinutes(1));
        assertEquals(OptionalInt.of(7), budget.spend("mallory"));
        assertEquals(OptionalInt.of(0), budget.spend("mallory"));
    }

    @Test
    void oneCallersNoiseLeavesAnothersRefusalsWritten() {
        written("mallory", 1_000);
        assertEquals(2, written("anja", 2));
    }

    @Test
    void manyCallersTogetherAreBoundedToo() {
        long lines = IntStream.range(0, 100)
                .mapToLong(caller -> written("caller-" + caller, 3))
                .sum();
        assertEquals(5, lines);
    }
}
