package nl.etalage.content.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Set;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.access.replica.ShopsFeed;
import nl.etalage.eventfeed.FeedFollowers;
import nl.etalage.identity.CurrentCaller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Memberships are only as true as the feed they come by. When it has been silent for too long a person's change is
 * refused, for the membership may have ended; reading goes on.
 */
public class RefuseWhenStale {

    private static final Duration TRUSTED = Duration.ofMinutes(5);
    private static final String ASK_AGAIN_SECONDS = "30";
    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final FeedFollowers followers;
    private final CurrentCaller caller;

    RefuseWhenStale(FeedFollowers followers, CurrentCaller caller) {
        this.followers = followers;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    public void refuse(ContainerRequestContext request) {
        if (READS.contains(request.getMethod()) || caller.get().machine()) {
            return;
        }
        if (!followers.health(ShopsFeed.NAME).fresh(TRUSTED)) {
            throw ContentProblem.MEMBERSHIPS_STALE.because().header(HttpHeaders.RETRY_AFTER, ASK_AGAIN_SECONDS);
        }
    }
}
