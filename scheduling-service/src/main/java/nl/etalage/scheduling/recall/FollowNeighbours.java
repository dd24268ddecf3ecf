package nl.etalage.scheduling.recall;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.etalage.eventfeed.FeedFollowers;
import nl.etalage.scheduling.access.ShopsFeed;
import nl.etalage.scheduling.ops.BackgroundLoop;
import nl.etalage.scheduling.ops.ServiceToken;

/** Starts to follow shops-service and content-service, and keeps recalls swept. */
@ApplicationScoped
class FollowNeighbours {

    /** A recall shows within about this time; a look costs an index scan over a day's recalls. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final int BATCH = 200;

    private final FeedFollowers followers;
    private final ShopsFeed shops;
    private final StoryFeed stories;
    private final AgroalDataSource worker;
    private final ServiceToken token;
    private final RecallSweep sweep;
    private final Clock clock;
    private BackgroundLoop loop;
    private boolean sweptAll;

    FollowNeighbours(
            FeedFollowers followers,
            ShopsFeed shops,
            StoryFeed stories,
            @DataSource("worker") AgroalDataSource worker,
            ServiceToken token,
            RecallSweep sweep,
            Clock clock) {
        this.followers = followers;
        this.shops = shops;
        this.stories = stories;
        this.worker = worker;
        this.token = token;
        this.sweep = sweep;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        followers.start(shops, worker, token::get);
        followers.start(stories, worker, token::get);
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
