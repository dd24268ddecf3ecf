package nl.etalage.content.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import nl.etalage.content.access.Shop;
import nl.etalage.content.access.Shops;
import nl.etalage.eventfeed.CloudEvent;
import nl.etalage.eventfeed.FeedEvent;
import nl.etalage.eventfeed.FeedReader;
import nl.etalage.rowsecurity.RowSecurity;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells a follower what changed in its shop's library. What the network does comes by the feed; what changes because of
 * the shop itself is worked out when the follower asks, so that nobody else's library moves by it.
 */
@ApplicationScoped
class FollowLibrary {

    private static final int MOST = 1_000;

    /** A thousand whole stories would be twenty million characters. */
    private static final int MOST_WITH_STORIES = 100;

    private static final String RESET = "nl.etalage.content.library.reset.v1";
    private static final String OWN_VERSION = "own-version";

    private final FeedReader feeds;
    private final OwnChanges ownChanges;
    private final AskStandings standings;
    private final ReadLibrary read;
    private final ShowItem show;
    private final Shops shops;
    private final RowSecurity rowSecurity;
    private final ObjectMapper json;
    private final Clock clock;
    private final String source;

    FollowLibrary(
            FeedReader feeds,
            OwnChanges ownChanges,
            AskStandings standings,
            ReadLibrary read,
            ShowItem show,
            Shops shops,
            RowSecurity rowSecurity,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.feeds = feeds;
        this.ownChanges = ownChanges;
        this.standings = standings;
        this.read = read;
        this.show = show;
        this.shops = shops;
        this.rowSecurity = rowSecurity;
        this.json = json;
        this.clock = clock;
        this.source = "/" + service;
    }

    /**
     * What somebody waits for.
     *
     * @param patience zero for an answer at once
     * @param stories whether added and changed stories come along whole
     */
    record Following(String shop, FollowCursor after, Duration patience, boolean stories) {

        int most() {
            return stories ? MOST_WITH_STORIES : MOST;
        }
    }

    /** Never empty-handed while there is something; holds no thread while there is nothing. */
    CompletionStage<List<CloudEvent>> follow(Following following) {
        Stand now = stand(following);
        if (now.own() != null) {
            return CompletableFuture.completedFuture(now.own());
        }
        long giveUp = System.nanoTime() + following.patience().toNanos();
        return await(following, now, following.after().position(), giveUp);
    }

    /** What is for who sells something wakes everybody; whom it is not for waits on, from behind it. */
    private CompletionStage<List<CloudEvent>> await(Following following, Stand now, long after, long giveUp) {
        List<String> groups = now.shop().groups();
        Duration patience = Duration.ofNanos(Math.max(0, giveUp - System.nanoTime()));
        return feeds.await(
                        LibraryEvent.FEED,
                        after,
                        patience,
                        event -> LibraryAudience.of(event.data()).reached(groups, true),
                        following.most())
                .thenCompose(events -> {
                    List<CloudEvent> told = told(following, now, events);
                    boolean over = events.isEmpty() || (patience.isZero() && events.size() < following.most());
                    return told.isEmpty() && !over
                            ? await(
                                    following,
                                    now,
                                    events.get(events.size() - 1).position(),
                                    giveUp)
                            : CompletableFuture.completedFuture(told);
                });
    }

    /**
     * How it stands with the shop's own side.
     *
     * @param cursor of a follower that knows all of it
     * @param own what this one doesn't know; null when it does
     */
    private record Stand(Shop shop, FollowCursor cursor, List<CloudEvent> own) {}

    /** In a transaction of its own: the answer may come when the request's is long over. */
    private Stand stand(Following following) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Shop shop = shops.require(following.shop());
            rowSecurity.enter(List.of(shop.slug()));
            FollowCursor after = following.after();
            FollowCursor cursor = new FollowCursor(after.position(), ownChanges.count(shop.slug()), shop.side());
            if (after.side() == null) {
                return new Stand(shop, cursor, null);
            }
            if (!after.side().equals(shop.side())) {
                return new Stand(shop, cursor, List.of(reset(shop, cursor)));
            }
            List<CloudEvent> own = after.own() < cursor.own() ? own(following, shop, cursor) : List.of();
            return new Stand(shop, cursor, own.isEmpty() ? null : own);
        });
    }

    /** Everything may look different, or be for others: the follower reads its library anew and goes on from here. */
    private CloudEvent reset(Shop shop, FollowCursor cursor) {
        FollowCursor here = cursor.at(feeds.position(LibraryEvent.FEED));
        return event(
                here,
                new Happened(
                        RESET, "shop/" + shop.slug(), clock.instant(), Map.of("shop", shop.slug(), "change", "reset")));
    }

    private List<CloudEvent> own(Following following, Shop shop, FollowCursor cursor) {
        LibraryPull pull = new LibraryPull(shop, new LibraryFilter(), false, clock.instant());
        List<OwnChanges.OwnChange> changes =
                ownChanges.since(pull, following.after().own(), following.most());
        Map<UUID, LibraryItem> stories = stories(
                following,
                pull,
                changes.stream().map(OwnChanges.OwnChange::story).toList());
        return changes.stream()
                .map(change -> {
                    LibraryEvent event = new LibraryEvent(
                            change.story(), change.revision(), LibraryEvent.CHANGED, OWN_VERSION, null);
                    return event(
                            new FollowCursor(cursor.position(), change.version(), cursor.side()),
                            happened(change.at(), event, following, stories));
                })
                .toList();
    }

    private List<CloudEvent> told(Following following, Stand stand, List<FeedEvent> events) {
        Map<FeedEvent, LibraryEvent> seen = seen(stand.shop(), events);
        Map<UUID, LibraryItem> stories =
                following.stories() ? wholeStories(following, stand.shop(), seen.values()) : Map.of();
        List<CloudEvent> told = new ArrayList<>();
        seen.forEach((event, change) -> told.add(
                event(stand.cursor().at(event.position()), happened(event.time(), change, following, stories))));
        return told;
    }

    /** In their order, as they are for the shop, without those that are not. */
    private Map<FeedEvent, LibraryEvent> seen(Shop shop, List<FeedEvent> events) {
        Map<FeedEvent, LibraryEvent> all = new LinkedHashMap<>();
        events.forEach(event -> all.put(event, LibraryEvent.of(event.data())));
        Set<UUID> uncertain = all.values().stream()
                .filter(change -> change.audience().uncertain())
                .map(LibraryEvent::story)
                .collect(Collectors.toSet());
        Map<UUID, Standing> known = uncertain.isEmpty() ? Map.of() : ask(shop, uncertain);
        Map<FeedEvent, LibraryEvent> seen = new LinkedHashMap<>();
        all.forEach((event, change) -> {
            Standing standing = known.getOrDefault(change.story(), Standing.of(shop.groups()));
            if (change.concerns(standing)) {
                seen.put(event, change.seenBy(standing));
            }
        });
        return seen;
    }

    private Map<UUID, Standing> ask(Shop shop, Set<UUID> stories) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rowSecurity.enter(List.of(shop.slug()));
            return standings.of(shop, stories, clock.instant());
        });
    }

    private Map<UUID, LibraryItem> wholeStories(Following following, Shop shop, Collection<LibraryEvent> seen) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rowSecurity.enter(List.of(shop.slug()));
            return stories(following, new LibraryPull(shop, new LibraryFilter(), false, clock.instant()), wanted(seen));
        });
    }

    private static List<UUID> wanted(Collection<LibraryEvent> events) {
        return events.stream()
                .filter(event -> !event.change().equals(LibraryEvent.REMOVED))
                .map(LibraryEvent::story)
                .distinct()
                .toList();
    }

    /** As they are now; what a later event removed is not there any more. */
    private Map<UUID, LibraryItem> stories(Following following, LibraryPull pull, List<UUID> wanted) {
        Map<UUID, LibraryItem> stories = new HashMap<>();
        if (following.stories() && !wanted.isEmpty()) {
            show.show(read.some(pull.shop().slug(), wanted, pull.now()), pull.setting())
                    .forEach(item -> stories.put(item.id(), item));
        }
        return stories;
    }

    private record Happened(String type, String subject, Instant at, Map<String, Object> data) {}

    private Happened happened(Instant at, LibraryEvent event, Following following, Map<UUID, LibraryItem> stories) {
        Map<String, Object> data = event.data();
        if (following.stories()) {
            data.put("item", event.change().equals(LibraryEvent.REMOVED) ? null : stories.get(event.story()));
        }
        return new Happened(LibraryEvent.TYPE, "story/" + event.story(), at, data);
    }

    private CloudEvent event(FollowCursor cursor, Happened happened) {
        JsonNode data = json.valueToTree(happened.data());
        return new CloudEvent(
                "1.0",
                cursor.toString(),
                source,
                happened.type(),
                happened.subject(),
                happened.at(),
                "application/json",
                data);
    }
}
