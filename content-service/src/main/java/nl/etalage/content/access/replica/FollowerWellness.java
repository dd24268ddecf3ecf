package nl.etalage.content.access.replica;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import nl.etalage.eventfeed.FeedFollowers;
import nl.etalage.eventfeed.FollowerHealth;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Alarms when shops-service has been silent for a minute, at {@code /q/health/well}. It is not readiness: reading goes on
 * without it.
 */
@Wellness
@ApplicationScoped
class FollowerWellness implements HealthCheck {

    private static final Duration ALARM = Duration.ofSeconds(60);

    private final FeedFollowers followers;

    FollowerWellness(FeedFollowers followers) {
        this.followers = followers;
    }

    @Override
    public HealthCheckResponse call() {
        FollowerHealth health = followers.health(ShopsFeed.NAME);
        return HealthCheckResponse.named("feed-" + ShopsFeed.NAME)
                .status(health.fresh(ALARM))
                .withData("position", health.position())
                .withData("failure", health.failure() == null ? "" : health.failure())
                .build();
    }
}
