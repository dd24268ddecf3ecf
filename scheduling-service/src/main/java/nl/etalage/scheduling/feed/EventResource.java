package nl.etalage.scheduling.feed;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.concurrent.CompletionStage;
import nl.etalage.eventfeed.CloudEvent;
import nl.etalage.eventfeed.FeedReader;
import nl.etalage.eventfeed.InvalidFeedRequestException;
import nl.etalage.problem.HttpProblem;
import nl.etalage.scheduling.access.Access;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Our feed, for our own services only. */
@Path("/events")
@Authenticated
public class EventResource {

    private final Access access;
    private final FeedReader reader;

    EventResource(Access access, FeedReader reader) {
        this.access = access;
        this.reader = reader;
    }

    @GET
    @Blocking
    @Produces(CloudEvent.BATCH)
    @Operation(hidden = true)
    public CompletionStage<List<CloudEvent>> events(@RestQuery String lastEventId, @RestQuery Long timeout) {
        access.requireService();
        try {
            return reader.serve(PublicationChanged.FEED, lastEventId, timeout);
        } catch (InvalidFeedRequestException invalid) {
            throw HttpProblem.INVALID_REQUEST.because();
        }
    }
}
