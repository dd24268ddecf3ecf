package nl.etalage.content.access.replica;

import jakarta.enterprise.context.ApplicationScoped;
import nl.etalage.eventfeed.FeedFollowers;
import nl.etalage.eventfeed.FollowerHealth;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once this process has asked shops-service for news, so that the first people after a start aren't refused as if it
 * were silent. Whether it answered doesn't matter: reading goes on without it.
 */
@Readiness
@ApplicationScoped
class FollowerReadiness implements HealthCheck {

    private final FeedFollowers followers;

    FollowerReadiness(FeedFollowers followers) {
        this.followers = followers;
    }

    @Override
    public HealthCheckResponse call() {
        FollowerHealth health = followers.health(ShopsFeed.NAME);
        return HealthCheckResponse.named("feed-" + ShopsFeed.NAME)
                .status(health.currentAt() != null || health.failure() != null)
                .build();
    }
}
