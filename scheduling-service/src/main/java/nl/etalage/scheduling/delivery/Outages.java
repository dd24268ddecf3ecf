package nl.etalage.scheduling.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A circuit per platform host: after five failures in a row nothing is sent there for half a minute, and then one
 * success closes it or one failure opens it again. In memory, for each worker sees an outage by itself soon enough.
 */
final class Outages {

    private static final int FAILURES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<String, Outage> hosts = new ConcurrentHashMap<>();

    private record Outage(int failures, Instant until) {}

    Outages(Clock clock) {
        this.clock = clock;
    }

    void failed(String host) {
        hosts.compute(host, (name, known) -> {
            int failures = known == null ? 1 : known.failures() + 1;
            return new Outage(
                    failures,
                    failures < FAILURES ? Instant.MIN : clock.instant().plus(PAUSE));
        });
    }

    void works(String host) {
        hosts.remove(host);
    }

    /** Where nothing is sent now. */
    Collection<String> paused() {
        Instant now = clock.instant();
        return hosts.entrySet().stream()
                .filter(host -> host.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }
}
