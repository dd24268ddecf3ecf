package nl.etalage.scheduling.ending;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import nl.etalage.scheduling.ops.BackgroundLoop;

/** Keeps shops told of what ends. */
@ApplicationScoped
class WatchEndings {

    /** Days before the end, a second is soon enough; a look costs four small index scans. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Shops a transaction tells. */
    private static final int BATCH = 100;

    /** Changed publications a transaction looks at. */
    private static final int CHANGES = 500;

    private final TellEndings endings;
    private BackgroundLoop loop;

    WatchEndings(TellEndings endings) {
        this.endings = endings;
    }

    void start(@Observes StartupEvent event) {
        loop = BackgroundLoop.start("endings", PAUSE, this::round);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private void round() {
        while (endings.takeBack(BATCH)) {
            // There is more.
        }
        while (endings.tell(BATCH)) {
            // There is more.
        }
        while (endings.tellLate(CHANGES)) {
            // There is more.
        }
        while (endings.close(BATCH) == BATCH) {
            // There is more.
        }
    }
}
