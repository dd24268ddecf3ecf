package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.etalage.content.asset.Asset;
import nl.etalage.content.asset.AssetEnd;
import nl.etalage.content.asset.AssetRepository;
import nl.etalage.content.asset.AssetState;
import nl.etalage.content.asset.MediaAddress;
import nl.etalage.content.asset.MediaFile;
import nl.etalage.content.asset.Rendition;
import nl.etalage.content.asset.Size;
import nl.etalage.content.story.StoryContent;

/** Shows the pictures and other files of stories: those that may be used now, and that who can't hear can read. */
@ApplicationScoped
class ShowMedia {

    private final AssetRepository assets;
    private final MediaAddress addresses;
    private final Clock clock;

    ShowMedia(AssetRepository assets, MediaAddress addresses, Clock clock) {
        this.assets = assets;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The assets of a page, by id. */
    Map<UUID, Asset> known(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : assets.byId(ids);
    }

    /** When a story leaves: at the end of its own time, or with the first of its files. */
    static Instant until(StoryContent story, Map<UUID, Asset> known) {
        return Stream.concat(
                        Stream.ofNullable(story.availableUntil()),
                        story.assets().stream()
                                .map(known::get)
                                .filter(Objects::nonNull)
                                .map(Asset::end)
                                .filter(Objects::nonNull)
                                .map(AssetEnd::at))
                .min(Instant::compareTo)
                .orElse(null);
    }

    List<LibraryItem.Picture> pictures(StoryContent content, Map<UUID, Asset> known) {
        return usable(content, known)
                .filter(asset -> asset.file().isPicture())
                .map(this::picture)
                .toList();
    }

    List<LibraryItem.Media> media(StoryContent content, Map<UUID, Asset> known) {
        return usable(content, known)
                .filter(asset -> !asset.file().isPicture() && asset.worded())
                .map(this::media)
                .toList();
    }

    private Stream<Asset> usable(StoryContent content, Map<UUID, Asset> known) {
        Instant now = clock.instant();
        return content.assets().stream()
                .map(known::get)
                .filter(asset -> asset != null && asset.state(now) == AssetState.AVAILABLE);
    }

    private LibraryItem.Picture picture(Asset asset) {
        Size original = asset.file().size();
        return new LibraryItem.Picture(
                asset.id(),
                asset.file().picture().renditionType(),
                original.width(),
                original.height(),
                asset.altText(),
                asset.credit(),
                asset.licence(),
                Arrays.stream(Rendition.values())
                        .map(rendition -> {
                            Size size = rendition.sizeOf(original);
                            return new LibraryItem.Form(
                                    rendition.word(),
                                    addresses.absolute(asset, rendition),
                                    size.width(),
                                    size.height());
                        })
                        .toList());
    }

    private LibraryItem.Media media(Asset asset) {
        MediaFile file = asset.file();
        return new LibraryItem.Media(
                asset.id(),
                file.format().kind(),
                file.format().mediaType(),
                addresses.absoluteFile(asset),
                file.size() == null ? null : file.size().width(),
                file.size() == null ? null : file.size().height(),
                file.seconds(),
                asset.altText(),
                asset.credit(),
                asset.licence(),
                addresses.absoluteCaptions(asset),
                asset.captionsLanguage(),
                asset.otherCaptions().stream()
                        .map(other -> new LibraryItem.CaptionsPlace(
                                other.language(), addresses.absoluteCaptions(asset, other)))
                        .toList(),
                asset.transcript(),
                asset.noWordsReason());
    }
}
