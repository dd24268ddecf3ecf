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
     * look costs seven empty index scans.
     */
    static final Duration PAUSE = Duration.ofMillis(300);

    private final PassBoundaries pass;
    private final EndedAssets assets;
    private final EndingAssets ending;
    private final TurnCampaigns campaigns;
    private BackgroundLoop loop;

    WatchBoundaries(PassBoundaries pass, EndedAssets assets, EndingAssets ending, TurnCampaigns campaigns) {
        this.pass = pass;
        this.assets = assets;
        this.ending = ending;
        this.campaigns = campaigns;
    }

    void start(@Observes StartupEvent event) {
        loop = BackgroundLoop.start("time-boundaries", PAUSE, this::round);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** Stories first: one that is taken back says more than that its picture is. */
    private void round() {
        pass.run();
        ending.run();
        assets.run();
        campaigns.run();
    }
}
