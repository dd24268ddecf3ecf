package nl.etalage.content.library.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.access.Shop;
import nl.etalage.content.asset.Asset;
import nl.etalage.content.asset.AssetRepository;
import nl.etalage.content.asset.MakeRendition;
import nl.etalage.content.asset.Rendition;
import nl.etalage.content.library.LibraryItem;
import nl.etalage.content.library.LibraryPull;
import nl.etalage.content.theme.ThemeWords;
import nl.etalage.problem.Sentences;

/** Makes a feed of a page of a library: the shop's name and page, and the pictures that go with each story. */
@ApplicationScoped
class ComposeFeed {

    private final AssetRepository assets;
    private final MakeRendition renditions;
    private final FeedAddress addresses;
    private final ThemeWords themes;

    ComposeFeed(AssetRepository assets, MakeRendition renditions, FeedAddress addresses, ThemeWords themes) {
        this.assets = assets;
        this.renditions = renditions;
        this.addresses = addresses;
        this.themes = themes;
    }

    /** @param next as {@link Feed} has it */
    Feed of(LibraryPull pull, List<LibraryItem> items, String self, String next) {
        Shop shop = pull.shop();
        Map<String, String> fields = shop.fieldsIn(shop.locale());
        String name = fields.getOrDefault("shop.name", shop.slug());
        Sentences sentences = Sentences.forHeader(shop.locale());
        return new Feed(
                self,
                next,
                fields.getOrDefault("shop.website", addresses.home()),
                sentences.sentence(ContentProblem.BUNDLE, "feed.title", List.of(name)),
                sentences.sentence(ContentProblem.BUNDLE, "feed.description", List.of(name)),
                name,
                shop.locale(),
                updated(pull, items),
                entries(items, sentences));
    }

    /** An empty feed changed when this day began: with the day, and not with every look. */
    private static Instant updated(LibraryPull pull, List<LibraryItem> items) {
        return items.stream()
                .map(LibraryItem::updated)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(pull.now(), pull.shop().zone())
                        .atStartOfDay(pull.shop().zone())
                        .toInstant());
    }

    private List<Feed.Entry> entries(List<LibraryItem> items, Sentences sentences) {
        List<UUID> pictures = items.stream()
                .flatMap(item -> item.pictures().stream())
                .map(LibraryItem.Picture::id)
                .distinct()
                .toList();
        Map<UUID, Long> bytes = pictures.isEmpty()
                ? Map.of()
                : assets.byId(pictures).values().stream().collect(Collectors.toMap(Asset::id, this::bytes));
        Map<String, String> names = names(items, sentences);
        return items.stream()
                .map(item -> new Feed.Entry(
                        item,
                        item.themes().stream()
                                .map(key -> new Feed.Theme(key, names.getOrDefault(key, key)))
                                .toList(),
                        item.pictures().stream()
                                .map(picture -> enclosure(picture, bytes.getOrDefault(picture.id(), 0L)))
                                .toList(),
                        item.credit() == null || item.credit().isBlank()
                                ? null
                                : sentences.sentence(ContentProblem.BUNDLE, "feed.credit", List.of(item.credit()))))
                .toList();
    }

    private Map<String, String> names(List<LibraryItem> items, Sentences sentences) {
        Set<String> keys =
                items.stream().flatMap(item -> item.themes().stream()).collect(Collectors.toSet());
        return keys.isEmpty() ? Map.of() : themes.names(keys, sentences.language());
    }

    private long bytes(Asset asset) {
        return renditions.bytesWhenMade(asset, Rendition.WEB);
    }

    private static Feed.Enclosure enclosure(LibraryItem.Picture picture, long bytes) {
        LibraryItem.Form web = picture.sizes().stream()
                .filter(form -> form.name().equals(Rendition.WEB.word()))
                .findFirst()
                .orElseThrow();
        return new Feed.Enclosure(
                web.url(),
                picture.mediaType(),
                bytes,
                web.width(),
                web.height(),
                picture.altText(),
                picture.credit(),
                picture.licence());
    }
}
