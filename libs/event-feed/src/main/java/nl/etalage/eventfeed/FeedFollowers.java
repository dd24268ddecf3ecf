package nl.etalage.eventfeed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Follows feeds of other services, each on its own thread, until the service stops. */
@ApplicationScoped
public class FeedFollowers {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** A poll of 30 s and some time to answer. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(35);

    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();

    FeedFollowers(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Starts to follow a feed from where the cursor in the database stands, or from its start. Any number of instances
     * may follow the same feed into the same database.
     *
     * @param workerDataSource where cursor and data live; its connections are used outside JTA
     * @param bearerToken      gives the access token for the next request; null for none
     * @throws IllegalStateException when this feed is followed already
     */
    public void start(FeedHandler handler, DataSource workerDataSource, Supplier<String> bearerToken) {
        FeedClient source = new FeedClient(client, handler.source(), bearerToken, json, ANSWER_TIMEOUT);
        Follower follower = new Follower(handler, source, workerDataSource, clock);
        if (followers.putIfAbsent(handler.feed(), follower) != null) {
            throw new IllegalStateException("The feed " + handler.feed() + " is followed already");
        }
        follower.start();
    }

    /** How the follower of a feed is doing; one that was never started is never fresh. */
    public FollowerHealth health(String feed) {
        Follower follower = followers.get(feed);
        return follower == null
                ? new FollowerHealth(feed, 0, null, null, null, null, clock.instant())
                : follower.health();
    }

    void stop(@Observes ShutdownEvent event) {
        followers.values().forEach(Follower::stop);
        followers.values().forEach(Follower::awaitStop);
        followers.clear();
    }
}
