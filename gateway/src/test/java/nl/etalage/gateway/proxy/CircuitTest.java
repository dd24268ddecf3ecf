package nl.etalage.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private final AtomicLong now = new AtomicLong();
    private final Circuit circuit = new Circuit(3, Duration.ofSeconds(5), now::get);

    @Test
    void aFewFailuresKeepNobodyAway() {
        circuit.failed();
        circuit.failed();

        assertTrue(circuit.permits());
    }

    @Test
    void failuresInARowOpenIt() {
        fail(3);

        assertFalse(circuit.permits());
    }

    @Test
    void anAnswerInBetweenStartsTheCountAgain() {
        fail(2);
        circuit.answered();
        fail(2);

        assertTrue(circuit.permits());
    }

    @Test
    void afterThePauseExactlyOneTries() {
        fail(3);
        now.addAndGet(Duration.ofSeconds(5).toNanos());

        assertTrue(circuit.permits());
        assertFalse(circuit.permits());
    }

    @Test
    void theOneThatSucceedsLetsAllIn() {
        fail(3);
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        circuit.permits();

        circuit.answered();

        assertTrue(circuit.permits());
        assertTrue(circuit.permits());
    }

    @Test
    void theOneThatFailsKeepsAllAwayForAnotherPause() {
        fail(3);
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        circuit.permits();

        circuit.failed();
        now.addAndGet(Duration.ofSeconds(4).toNanos());

        assertFalse(circuit.permits());
        assertEquals(2, circuit.retryAfterSeconds());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            circuit.failed();
        }
    }
}
