package nl.etalage.content.library.boundary;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import nl.etalage.content.ops.BackgroundLoop;

/** Looks again and again whether a moment has passed. */
@ApplicationScoped
class WatchBoundaries {

    /**
     * An event must be there within a second of its instant, also for a story another instance released a moment ago; a
     * look costs two empty index scans.
     */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final PassBoundaries pass;
    private BackgroundLoop loop;

    WatchBoundaries(PassBoundaries pass) {
        this.pass = pass;
    }

    void start(@Observes StartupEvent event) {
        loop = BackgroundLoop.start("time-boundaries", PAUSE, pass::run);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }
}
