package nl.etalage.scheduling.recall;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import nl.etalage.eventfeed.FeedFollowers;
import nl.etalage.eventfeed.FollowerHealth;
import nl.etalage.scheduling.access.ShopsFeed;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how old our knowledge of the neighbours is. It is never "down" by itself: reads go on with old knowledge, and
 * taking this service away would help nobody.
 */
@Readiness
@ApplicationScoped
class FollowersReadiness implements HealthCheck {

    /** Silent for longer is worth an alarm. */
    private static final Duration ALARM = Duration.ofSeconds(60);

    private final FeedFollowers followers;

    FollowersReadiness(FeedFollowers followers) {
        this.followers = followers;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("followed feeds").up();
        tell(response, ShopsFeed.NAME);
        tell(response, StoryFeed.NAME);
        return response.build();
    }

    private void tell(HealthCheckResponseBuilder response, String feed) {
        FollowerHealth health = followers.health(feed);
        response.withData(feed, health.fresh(ALARM) ? "fresh" : "silent");
        if (health.currentAt() != null) {
            response.withData(feed + ".currentAt", health.currentAt().toString());
        }
    }
}
