package nl.etalage.content.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/** How often what is kept of other services, and the list of themes, had changed when a request looked last. */
@ApplicationScoped
class LastStand {

    private final AtomicReference<Versions> seen = new AtomicReference<>();

    /** As the database counts. */
    record Versions(long replica, long themes) {}

    /** Null when nobody looked yet. */
    Versions seen() {
        return seen.get();
    }

    void saw(Versions found) {
        seen.set(found);
    }
}
