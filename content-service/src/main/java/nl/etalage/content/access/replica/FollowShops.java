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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts and stops the replica of shops-service. */
@ApplicationScoped
class FollowShops {

    private final FeedFollowers followers;
    private final ShopsFeed feed;
    private final AgroalDataSource worker;
    private final ServiceToken token;
    private final FetchProfiles profiles;
    private final FetchAssortments assortments;
    private final Duration pause;
    private BackgroundLoop loop;
    private BackgroundLoop stockLoop;

    /** @param pause a changed profile shows in the library within about this time; asking costs an index look-up */
    FollowShops(
            FeedFollowers followers,
            ShopsFeed feed,
            @DataSource("worker") AgroalDataSource worker,
            ServiceToken token,
            FetchProfiles profiles,
            FetchAssortments assortments,
            @ConfigProperty(name = "etalage.replica.look-every", defaultValue = "300ms") Duration pause) {
        this.followers = followers;
        this.feed = feed;
        this.worker = worker;
        this.token = token;
        this.profiles = profiles;
        this.assortments = assortments;
        this.pause = pause;
    }

    void start(@Observes StartupEvent event) {
        followers.start(feed, worker, token::get);
        loop = BackgroundLoop.start("shop-profiles", pause, profiles::run);
        stockLoop = BackgroundLoop.start("assortments", pause, assortments::run);
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
