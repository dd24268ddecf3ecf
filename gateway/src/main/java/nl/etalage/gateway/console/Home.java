package nl.etalage.gateway.console;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.etalage.gateway.console.SchedulingClient.Channel;
import nl.etalage.gateway.console.SchedulingClient.Publication;
import nl.etalage.gateway.console.ShopPanel.MessageLine;
import nl.etalage.gateway.console.ShopPanel.StoryLine;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Gathers what somebody's shops have going on. Each part comes from its own service and stays away alone. */
@ApplicationScoped
class Home {

    private static final Logger LOG = Logger.getLogger(Home.class);

    /** More shops than a person can look after at a glance. */
    static final int PANELS = 4;

    private static final int STORIES = 4;
    private static final int LINES = 8;
    private static final int FETCHED = 100;
    private static final int DAYS_BACK = 7;
    private static final int DAYS_AHEAD = 14;

    /** What is still to come. */
    private static final Set<String> COMING = Set.of("proposed", "awaiting-approval", "scheduled", "publishing");

    /** What went out, or should have; what was called off is no news. */
    private static final Set<String> BEEN = Set.of("published", "failed", "unknown", "missed", "removing", "removed");

    /** Days are only a window here, wide enough for every zone a shop can be in. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final ContentClient content;
    private final SchedulingClient scheduling;
    private final Clock clock;

    Home(@RestClient ContentClient content, @RestClient SchedulingClient scheduling, Clock clock) {
        this.content = content;
        this.scheduling = scheduling;
        this.clock = clock;
    }

    /** The panels of the first few shops. */
    Uni<List<ShopPanel>> panels(List<ShopsClient.ShopPart> shops, String bearer, Locale locale) {
        if (shops.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Uni<ShopPanel>> panels = shops.stream()
                .limit(PANELS)
                .map(shop -> panel(shop, bearer, locale))
                .toList();
        return Uni.join().all(panels).andFailFast();
    }

    private Uni<ShopPanel> panel(ShopsClient.ShopPart shop, String bearer, Locale locale) {
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        Uni<List<Publication>> publications = scheduling
                .publications(bearer, shop.slug(), today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), FETCHED)
                .map(SchedulingClient.Publications::items)
                .onFailure()
                .recoverWithItem(failure -> away("publications", failure));
        Uni<List<Channel>> channels = scheduling
                .channels(bearer, shop.slug())
                .map(SchedulingClient.Channels::items)
                .onFailure()
                .recoverWithItem(failure -> away("channels", failure));
        Uni<List<StoryLine>> stories = content.library(bearer, shop.slug(), STORIES)
                .map(library -> library.items().stream().map(Home::line).toList())
                .onFailure()
                .recoverWithItem(failure -> away("stories", failure));
        return Uni.combine().all().unis(publications, channels, stories).with((messages, known, newest) -> {
            Lines lines = new Lines(byId(known), locale);
            return new ShopPanel(
                    shop.slug(),
                    shop.name() == null ? shop.slug() : shop.name(),
                    messages == null ? null : lines.planned(messages),
                    messages == null ? null : lines.sent(messages),
                    newest);
        });
    }

    private static <T> List<T> away(String what, Throwable failure) {
        LOG.infof("The first page goes without %s: %s", what, failure.getMessage());
        return null;
    }

    private static Map<UUID, Channel> byId(List<Channel> channels) {
        return channels == null
                ? Map.of()
                : channels.stream().collect(Collectors.toMap(Channel::id, Function.identity(), (one, other) -> one));
    }

    private static StoryLine line(ContentClient.Item item) {
        return new StoryLine(MessageWords.type(item.type()), item.title(), MessageWords.line(item.summary()));
    }

    /** Puts publications into lines of a list. */
    private record Lines(Map<UUID, Channel> channels, Locale locale) {

        private static final Comparator<Publication> BY_TIME =
                Comparator.comparing(Publication::localTime, Comparator.nullsLast(LocalDateTime::compareTo));

        List<MessageLine> planned(List<Publication> publications) {
            return publications.stream()
                    .filter(publication -> COMING.contains(publication.state()))
                    .sorted(BY_TIME)
                    .limit(LINES)
                    .map(this::line)
                    .toList();
        }

        List<MessageLine> sent(List<Publication> publications) {
            return publications.stream()
                    .filter(publication -> BEEN.contains(publication.state()))
                    .sorted(BY_TIME.reversed())
                    .limit(LINES)
                    .map(this::line)
                    .toList();
        }

        private MessageLine line(Publication publication) {
            Channel channel = channels.get(publication.channel());
            return new MessageLine(
                    publication.id().toString(),
                    MessageWords.line(publication.text()),
                    MessageWords.moment(publication.localTime(), locale),
                    channel == null ? null : channel.account(),
                    MessageWords.state(publication.state(), publication.assisted()),
                    MessageWords.tone(publication.state()),
                    publication.assisted() && "publishing".equals(publication.state()),
                    publication.permalink());
        }
    }
}
