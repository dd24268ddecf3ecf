package nl.etalage.content.library;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import nl.etalage.content.Findings;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.content.access.Shops;
import nl.etalage.eventfeed.CloudEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changes in a shop's library, as it happens. */
@Path("/api/v1/library/events")
@Tag(name = "library")
@Authenticated
public class LibraryEventResource {

    private static final long LONGEST_WAIT = 30_000;
    private static final String STORY = "story";

    private final CurrentAccess access;
    private final Shops shops;
    private final FollowLibrary follow;

    LibraryEventResource(CurrentAccess access, Shops shops, FollowLibrary follow) {
        this.access = access;
        this.shops = shops;
        this.follow = follow;
    }

    @GET
    @Produces(CloudEvent.BATCH)
    @Blocking
    @Operation(
            summary = "Follow a shop's library",
            description = "Additions, changes and removals after an event, as a CloudEvents batch (http-feeds). With"
                    + " timeout the answer waits until there is something; without, it comes at once, [] when there is"
                    + " nothing. Keep the id of the last event and send it as it is. An event of the type reset says"
                    + " that the shop's groups or details changed, or what it sells: read the library anew, then go on"
                    + " from its id. A story that is removed with the reason other-language is there in the shop's own"
                    + " language. Of each story the newest event is kept for ever, so take changed for added where a story is new to"
                    + " you.")
    public CompletionStage<List<CloudEvent>> followLibrary(
            @QueryParam("shop") @Parameter(required = true, example = "zeist") String shop,
            @QueryParam("lastEventId") @Parameter(description = "Id of the last event known") String lastEventId,
            @QueryParam("timeout") @Parameter(description = "Milliseconds to wait, at most 30000") Long timeout,
            @QueryParam("include")
                    @Parameter(description = "story puts each added or changed story in its event, ready to show")
                    String include) {
        access.get().requireReaderOrCentral(shop, Scope.LIBRARY_READ);
        String known = shops.require(shop).slug();
        return follow.follow(new FollowLibrary.Following(
                known,
                cursor(lastEventId, timeout, include),
                Duration.ofMillis(timeout == null ? 0 : timeout),
                include != null));
    }

    private static FollowCursor cursor(String lastEventId, Long timeout, String include) {
        Findings findings = new Findings();
        Optional<FollowCursor> cursor =
                lastEventId == null ? Optional.of(FollowCursor.START) : FollowCursor.in(lastEventId);
        if (cursor.isEmpty()) {
            findings.add("#lastEventId", "event-id");
        }
        if (timeout != null && (timeout < 0 || timeout > LONGEST_WAIT)) {
            findings.add("#timeout", "timeout", LONGEST_WAIT);
        }
        if (include != null && !include.equals(STORY)) {
            findings.add("#include", "choice");
        }
        findings.refuse();
        return cursor.orElseThrow();
    }
}
