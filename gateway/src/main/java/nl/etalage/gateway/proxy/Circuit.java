package nl.etalage.gateway.proxy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps callers away from a service that does not answer. After a number of failures in a row it is open: requests are
 * refused at once. When the pause has passed, one request tries; its success closes the circuit, its failure opens it
 * for another pause.
 */
final class Circuit {

    private static final long CLOSED = Long.MIN_VALUE;

    private final int failuresToOpen;
    private final long pause;
    private final LongSupplier nanos;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong retryAt = new AtomicLong(CLOSED);

    /** @param nanos a monotonic clock, such as {@link System#nanoTime} */
    Circuit(int failuresToOpen, Duration pause, LongSupplier nanos) {
        this.failuresToOpen = failuresToOpen;
        this.pause = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whether a request may go out now. Answers true to exactly one caller after each pause. */
    boolean permits() {
        long until = retryAt.get();
        if (until == CLOSED) {
            return true;
        }
        long now = nanos.getAsLong();
        return now - until >= 0 && retryAt.compareAndSet(until, now + pause);
    }

    /** The service answered, whatever it said. */
    void answered() {
        if (failures.get() != 0) {
            failures.set(0);
        }
        if (retryAt.get() != CLOSED) {
            retryAt.set(CLOSED);
        }
    }

    /** The service could not be reached, or said nothing in time. */
    void failed() {
        if (failures.incrementAndGet() >= failuresToOpen) {
            retryAt.set(nanos.getAsLong() + pause);
        }
    }

    /** Whole seconds, at least 1, that a refused caller should wait. */
    long retryAfterSeconds() {
        long until = retryAt.get();
        long left = until == CLOSED ? pause : until - nanos.getAsLong();
        return Math.max(1, Duration.ofNanos(left).toSeconds() + 1);
    }
}
