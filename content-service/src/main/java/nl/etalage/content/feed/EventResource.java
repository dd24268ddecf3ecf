package nl.etalage.content.feed;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import nl.etalage.content.Findings;
import nl.etalage.content.access.Scope;
import nl.etalage.eventfeed.CloudEvent;
import nl.etalage.eventfeed.FeedReader;
import nl.etalage.identity.CurrentCaller;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The feeds for services: not in the public contract, not routed by the gateway. */
@Path("/events")
@Authenticated
public class EventResource {

    private static final Set<String> FEEDS = Set.of("library", "work");

    private final CurrentCaller caller;
    private final FeedReader feeds;

    EventResource(CurrentCaller caller, FeedReader feeds) {
        this.caller = caller;
        this.feeds = feeds;
    }

    @GET
    @Produces(CloudEvent.BATCH)
    @Operation(hidden = true)
    public CompletionStage<List<CloudEvent>> events(
            @QueryParam("feed") String feed,
            @QueryParam("lastEventId") String lastEventId,
            @QueryParam("timeout") Long timeout) {
        if (!caller.get().has(Scope.EVENTS_READ.word())) {
            throw HttpProblem.FORBIDDEN.because();
        }
        if (feed == null || !FEEDS.contains(feed)) {
            Findings findings = new Findings();
            findings.add("#feed", "choice");
            findings.refuse();
        }
        return feeds.serve(feed, lastEventId, timeout);
    }
}
