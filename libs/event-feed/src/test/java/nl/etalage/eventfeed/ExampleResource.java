package nl.etalage.eventfeed;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Serves feeds the way a service does. */
@Path("/events")
class ExampleResource {

    private final FeedReader reader;

    ExampleResource(FeedReader reader) {
        this.reader = reader;
    }

    @GET
    @Produces(CloudEvent.BATCH)
    public CompletionStage<List<CloudEvent>> events(
            @QueryParam("feed") String feed,
            @QueryParam("lastEventId") String lastEventId,
            @QueryParam("timeout") Long timeout) {
        return reader.serve(feed, lastEventId, timeout);
    }

    @ServerExceptionMapper
    Response invalid(InvalidFeedRequestException invalid) {
        return Response.status(400)
                .type("application/problem+json")
                .entity(Map.of("detail", invalid.getMessage()))
                .build();
    }
}
