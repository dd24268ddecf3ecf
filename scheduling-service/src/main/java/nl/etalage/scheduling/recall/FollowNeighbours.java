package nl.etalage.scheduling.recall;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.etalage.eventfeed.FeedFollowers;
import nl.etalage.scheduling.access.ShopsFeed;
import nl.etalage.scheduling.ops.ServiceToken;

/** Starts to follow shops-service and content-service. */
@ApplicationScoped
class FollowNeighbours {

    private final FeedFollowers followers;
    private final ShopsFeed shops;
    private final StoryFeed stories;
    private final AgroalDataSource worker;
    private final ServiceToken token;

    FollowNeighbours(
            FeedFollowers followers,
            ShopsFeed shops,
            StoryFeed stories,
            @DataSource("worker") AgroalDataSource worker,
            ServiceToken token) {
        this.followers = followers;
        this.shops = shops;
        this.stories = stories;
        this.worker = worker;
        this.token = token;
    }

    void start(@Observes StartupEvent event) {
        followers.start(shops, worker, token::get);
        followers.start(stories, worker, token::get);
    }
}
