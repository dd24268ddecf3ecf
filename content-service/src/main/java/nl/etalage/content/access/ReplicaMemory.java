package nl.etalage.content.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import nl.etalage.identity.Caller;

/**
 * What was read of the replica of shops-service, for exactly as long as it holds: until the database counts a change of
 * it, and no longer than the minute, for a membership begins and ends at midnight somewhere.
 */
@ApplicationScoped
public class ReplicaMemory {

    /** About 1 kB each. */
    private static final long MOST = 5_000;

    private static final long MINUTE = 60;

    private final Cache<Caller, Held<Memberships>> callers = cache();
    private final Cache<String, Held<Shop>> shops = cache();

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();
    }

    /**
     * A moment as the replica knows it.
     *
     * @param version how often the replica changed before it, as read from the database
     */
    public record Stand(long version, Instant at) {

        private Stand minute() {
            return new Stand(version, Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), MINUTE)));
        }
    }

    private record Held<T>(Stand stand, T value) {}

    /** What the caller may do at that moment; null when it must be read. */
    public Access access(Caller caller, Stand stand) {
        Memberships held = memberships(caller, stand);
        return held == null ? null : held.access();
    }

    /** As above, with all of their part in the network. */
    Memberships memberships(Caller caller, Stand stand) {
        return held(callers.getIfPresent(caller), stand);
    }

    /** The shop at that moment; null when it must be read. */
    public Shop shop(String slug, Stand stand) {
        return held(shops.getIfPresent(slug), stand);
    }

    /**
     * Keeps what was just read.
     *
     * @param stand as it was before the reading
     */
    public void keep(Shop shop, Stand stand) {
        shops.put(shop.slug(), new Held<>(stand.minute(), shop));
    }

    /** As above. */
    void keep(Memberships memberships, Stand stand) {
        callers.put(memberships.access().caller(), new Held<>(stand.minute(), memberships));
    }

    private static <T> T held(Held<T> held, Stand stand) {
        return held != null && held.stand().equals(stand.minute()) ? held.value() : null;
    }
}
