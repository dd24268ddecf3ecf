package nl.etalage.shops.feed;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import nl.etalage.eventfeed.CloudEvent;
import nl.etalage.eventfeed.FeedReader;
import nl.etalage.eventfeed.InvalidFeedRequestException;
import nl.etalage.problem.HttpProblem;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The feed as other services read it, by long polling.
 *
 * @see <a href="https://www.http-feeds.org">http-feeds</a>
 */
@Path("/events")
public class EventsResource {

    private final FeedReader reader;

    EventsResource(FeedReader reader) {
        this.reader = reader;
    }

    @GET
    @Produces(CloudEvent.BATCH)
    @Allowed(Permission.SERVE_SERVICES)
    @Operation(hidden = true)
    public Uni<List<CloudEvent>> events(
            @QueryParam("lastEventId") String lastEventId, @QueryParam("timeout") Long timeoutMillis) {
        return Uni.createFrom()
                .completionStage(() -> reader.serve(ShopsFeed.NAME, lastEventId, timeoutMillis))
                .onFailure(InvalidFeedRequestException.class)
                .transform(invalid -> HttpProblem.INVALID_REQUEST.because())
                .onFailure(RejectedExecutionException.class)
                .transform(full -> HttpProblem.UNAVAILABLE.because().header(HttpHeaders.RETRY_AFTER, "5"));
    }
}
