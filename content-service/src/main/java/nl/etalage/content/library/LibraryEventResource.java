package nl.etalage.content.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import nl.etalage.content.Findings;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.content.access.Shop;
import nl.etalage.content.access.Shops;
import nl.etalage.eventfeed.CloudEvent;
import nl.etalage.eventfeed.FeedEvent;
import nl.etalage.eventfeed.FeedReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changes in a shop's library, as it happens. */
@Path("/api/v1/library/events")
@Tag(name = "library")
@Authenticated
public class LibraryEventResource {

    private static final int MOST = 1_000;
    private static final long LONGEST_WAIT = 30_000;

    private final CurrentAccess access;
    private final Shops shops;
    private final FeedReader feeds;
    private final ObjectMapper json;
    private final String source;

    LibraryEventResource(
            CurrentAccess access,
            Shops shops,
            FeedReader feeds,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.access = access;
        this.shops = shops;
        this.feeds = feeds;
        this.json = json;
        this.source = "/" + service;
    }

    @GET
    @Produces(CloudEvent.BATCH)
    @Blocking
    @Operation(
            summary = "Follow a shop's library",
            description = "Additions, changes and removals after an event, as a CloudEvents batch (http-feeds). With"
                    + " timeout the answer waits until there is something; without, it comes at once, [] when there is"
                    + " nothing.")
    public CompletionStage<List<CloudEvent>> followLibrary(
            @QueryParam("shop") @Parameter(required = true, example = "zeist") String shop,
            @QueryParam("lastEventId") @Parameter(description = "Id of the last event known") String lastEventId,
            @QueryParam("timeout") @Parameter(description = "Milliseconds to wait, at most 30000") Long timeout) {
        access.get().requireReaderOrCentral(shop, Scope.LIBRARY_READ);
        Shop known = shops.require(shop);
        Duration wait = Duration.ofMillis(timeout == null ? 0 : timeout);
        long after = position(lastEventId, timeout);
        return feeds.await(LibraryEvent.FEED, after, wait, event -> seen(event, known), MOST)
                .thenApply(events ->
                        events.stream().map(event -> shown(event, known)).toList());
    }

    private static boolean seen(FeedEvent event, Shop shop) {
        return LibraryAudience.of(event.data()).reached(shop.groups());
    }

    private CloudEvent shown(FeedEvent event, Shop shop) {
        JsonNode data = json.valueToTree(
                LibraryEvent.of(event.data()).seenBy(shop.groups()).data());
        return CloudEvent.of(
                source, new FeedEvent(event.position(), event.type(), event.subject(), event.time(), data));
    }

    private static long position(String lastEventId, Long timeout) {
        Findings findings = new Findings();
        boolean number = lastEventId == null || lastEventId.matches("\\d{1,18}");
        if (!number) {
            findings.add("#lastEventId", "event-id");
        }
        if (timeout != null && (timeout < 0 || timeout > LONGEST_WAIT)) {
            findings.add("#timeout", "timeout", LONGEST_WAIT);
        }
        findings.refuse();
        return lastEventId == null ? 0 : Long.parseLong(lastEventId);
    }
}
