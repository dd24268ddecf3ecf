package nl.etalage.scheduling.recall;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.etalage.scheduling.ops.BackgroundLoop;

/** Keeps recalls swept. */
@ApplicationScoped
class SweepRecalls {

    /** A recall shows within about this time; a look costs an index scan over a day's recalls. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final int BATCH = 200;

    private final RecallSweep sweep;
    private final Clock clock;
    private BackgroundLoop loop;
    private boolean sweptAll;

    SweepRecalls(RecallSweep sweep, Clock clock) {
        this.sweep = sweep;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = BackgroundLoop.start("recall-sweep", PAUSE, this::round);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** The first round after a start looks at every recall: the process may have been away for long. */
    private void round() {
        Instant since = sweptAll ? clock.instant() : Instant.EPOCH;
        while (sweep.sweep(BATCH, since) == BATCH) {
            // There is more.
        }
        sweptAll = true;
    }
}
