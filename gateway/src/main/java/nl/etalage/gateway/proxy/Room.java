package nl.etalage.gateway.proxy;

import java.util.concurrent.atomic.AtomicInteger;

/** A place for so many requests at a time and no more. */
final class Room {

    private final int places;
    private final AtomicInteger taken = new AtomicInteger();

    Room(int places) {
        this.places = places;
    }

    /** Takes a place; false when there is none. Whoever got one gives it back with {@link #leave}. */
    boolean enter() {
        if (taken.incrementAndGet() <= places) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    void leave() {
        taken.decrementAndGet();
    }
}
