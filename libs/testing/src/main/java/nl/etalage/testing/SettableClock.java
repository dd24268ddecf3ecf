package nl.etalage.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test sets. It runs with the system until it is set and stands still from then on. */
public final class SettableClock extends Clock {

    private final AtomicReference<Instant> instant = new AtomicReference<>();

    /** Stops at an instant. */
    public void set(Instant now) {
        instant.set(now);
    }

    /** Moves on, from the present instant. */
    public void advance(Duration duration) {
        instant.set(instant().plus(duration));
    }

    /** Runs with the system again. */
    public void release() {
        instant.set(null);
    }

    @Override
    public Instant instant() {
        Instant set = instant.get();
        return set == null ? Clock.systemUTC().instant() : set;
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
