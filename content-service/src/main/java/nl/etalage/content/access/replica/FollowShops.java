package nl.etalage.content.access.replica;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import nl.etalage.content.ops.BackgroundLoop;
import nl.etalage.eventfeed.FeedFollowers;

/** Starts and stops the replica of shops-service. */
@ApplicationScoped
class FollowShops {

    /** A changed profile shows in the library within about this time; asking costs an index look-up. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final FeedFollowers followers;
    private final ShopsFeed feed;
    private final AgroalDataSource worker;
    private final ServiceToken token;
    private final FetchProfiles profiles;
    private final FetchAssortments assortments;
    private BackgroundLoop loop;
    private BackgroundLoop stockLoop;

    FollowShops(
            FeedFollowers followers,
            ShopsFeed feed,
            @DataSource("worker") AgroalDataSource worker,
            ServiceToken token,
            FetchProfiles profiles,
            FetchAssortments assortments) {
        this.followers = followers;
        this.feed = feed;
        this.worker = worker;
        this.token = token;
        this.profiles = profiles;
        this.assortments = assortments;
    }

    void start(@Observes StartupEvent event) {
        followers.start(feed, worker, token::get);
        loop = BackgroundLoop.start("shop-profiles", PAUSE, profiles::run);
        stockLoop = BackgroundLoop.start("assortments", PAUSE, assortments::run);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
        if (stockLoop != null) {
            stockLoop.close();
        }
    }
}
