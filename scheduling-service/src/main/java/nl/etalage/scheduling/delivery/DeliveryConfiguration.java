package nl.etalage.scheduling.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How publications are delivered. */
@ConfigMapping(prefix = "etalage.delivery")
public interface DeliveryConfiguration {

    /** Whether this process delivers; false where another one does. */
    @WithDefault("true")
    boolean enabled();

    /**
     * This worker's name, the same after a restart: what its former self was doing is sought at once, before the lease
     * lapses. Without it: host and port.
     */
    Optional<String> worker();

    /** Calls under way at once. Each is a thread that mostly waits, and a picture of some megabytes on disk. */
    @WithDefault("8")
    int concurrency();

    /** How long a worker may be silent before another one looks what became of its call. */
    @WithDefault("15s")
    Duration lease();

    /** Scheduled posts go out only while we heard from content-service within this time. */
    @WithDefault("60s")
    Duration contentFreshness();

    /** Between two overdue posts on one channel, so that an outage doesn't end in a burst. */
    @WithDefault("30s")
    Duration catchUpGap();
}
