package nl.etalage.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that a test sets. It runs as fast as the system's until it is set and stands still from then on; it begins on
 * {@link #FIRST_DAY}, whenever the test is run, so that what is planned in a test stays in the future.
 */
public final class SettableClock extends Clock {

    /** A Monday morning in winter time. */
    public static final Instant FIRST_DAY = Instant.parse("2026-11-02T08:00:00Z");

    private static final long BEGAN = System.nanoTime();

    private final AtomicReference<Instant> instant = new AtomicReference<>();

    /** Where every clock is that runs, as exact as the database keeps it. */
    public static Instant now() {
        return FIRST_DAY.plusNanos(System.nanoTime() - BEGAN).truncatedTo(ChronoUnit.MICROS);
    }

    /** Stops at an instant. */
    public void set(Instant now) {
        instant.set(now);
    }

    /** Moves on, from the present instant. */
    public void advance(Duration duration) {
        instant.set(instant().plus(duration));
    }

    /** Runs again. */
    public void release() {
        instant.set(null);
    }

    @Override
    public Instant instant() {
        Instant set = instant.get();
        return set == null ? now() : set;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The zone of a clock for instants is of no account; the same clock comes back. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
