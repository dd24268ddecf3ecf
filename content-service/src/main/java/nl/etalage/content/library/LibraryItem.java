package nl.etalage.content.library;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.etalage.content.asset.MediaKind;
import nl.etalage.content.platform.Platform;
import nl.etalage.content.story.Audience;
import nl.etalage.content.story.Product;
import nl.etalage.content.story.Season;
import nl.etalage.content.story.StoryFunction;
import nl.etalage.content.story.StoryType;
import nl.etalage.content.story.TextField;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A story as a shop can show it: its own words where it has any, merge fields filled. With {@code view=source} the
 * texts are as written, with merge fields, and {@code bodyHtml} is null.
 *
 * @param id of the story
 * @param revision of the story
 * @param version {@code shop} where the shop says something in its own words
 * @param adaptation id of the shop's adaptation; null when it has none
 * @param body CommonMark
 * @param bodyHtml the body as harmless HTML
 * @param link where to read on; null when there is nothing, or its merge field is empty
 * @param credit whom the story is owed to, such as the shop that gave it; to be shown with it
 * @param themes keys of the network's list
 * @param season times of year it was given; empty where its title and themes say it
 * @param missing merge fields without a value; their sentences are left out
 * @param media films, sounds and documents
 * @param campaigns ids
 * @param appeared since when it can be seen
 * @param availableUntil when it leaves, by its own time or because consent or licence of a file ends; null for never
 * @param updated when it last changed for this shop
 */
@Schema(name = "LibraryItem")
public record LibraryItem(
        UUID id,
        int revision,
        Version version,
        @Schema(nullable = true) UUID adaptation,
        StoryType type,
        @Schema(type = SchemaType.OBJECT, nullable = true) JsonNode details,
        String owner,
        @Schema(nullable = true) String locale,
        String title,
        @Schema(nullable = true) String summary,
        @Schema(nullable = true) String body,
        @Schema(nullable = true) String bodyHtml,
        @Schema(nullable = true) String readerValue,
        @Schema(nullable = true) String question,
        @Schema(nullable = true) String callToAction,
        Map<Platform, String> channelTexts,
        @Schema(nullable = true) String link,
        @Schema(nullable = true, examples = "Wereldwinkel Zeist") String credit,
        List<StoryFunction> functions,
        List<Audience> audience,
        List<String> themes,
        List<Season> season,
        List<Product> products,
        List<Picture> pictures,
        List<Media> media,
        List<UUID> campaigns,
        List<TextField> lockedFields,
        List<String> missing,
        @Schema(nullable = true) Instant availableUntil,
        Instant appeared,
        Instant updated) {

    /** Whose words they are. */
    public enum Version {
        @JsonProperty("shop")
        SHOP,
        @JsonProperty("network")
        NETWORK
    }

    /**
     * A picture, in sizes from small to large.
     *
     * @param width of the original, as seen
     * @param height of the original, as seen
     */
    @Schema(name = "LibraryPicture")
    public record Picture(
            UUID id,
            String mediaType,
            int width,
            int height,
            @Schema(nullable = true) String altText,
            @Schema(nullable = true) String credit,
            @Schema(nullable = true) String licence,
            List<Form> sizes) {}

    /**
     * A form of a picture.
     *
     * @param name such as {@code web-960}
     * @param url absolute
     */
    @Schema(name = "LibraryPictureSize")
    public record Form(@Schema(examples = "web-960") String name, String url, int width, int height) {}

    /**
     * A film, a sound or a document.
     *
     * @param url absolute
     * @param width as seen, in pixels; only of a film
     * @param height as seen, in pixels; only of a film
     * @param duration in seconds; not of a document
     * @param captions absolute address of the captions, as WebVTT
     * @param captionsLanguage in which language they are, as BCP 47 writes it
     * @param otherCaptions the same in other languages
     * @param transcript what is said, to read
     * @param noWordsReason why there is nothing to read
     */
    @Schema(name = "LibraryMedia")
    public record Media(
            UUID id,
            MediaKind kind,
            String mediaType,
            String url,
            @Schema(nullable = true) Integer width,
            @Schema(nullable = true) Integer height,
            @Schema(nullable = true) BigDecimal duration,
            @Schema(nullable = true) String altText,
            @Schema(nullable = true) String credit,
            @Schema(nullable = true) String licence,
            @Schema(nullable = true) String captions,
            @Schema(nullable = true, examples = "nl") String captionsLanguage,
            List<CaptionsPlace> otherCaptions,
            @Schema(nullable = true) String transcript,
            @Schema(nullable = true) String noWordsReason) {}

    /**
     * Where captions in a language are.
     *
     * @param language as BCP 47 writes it
     * @param url absolute
     */
    @Schema(name = "LibraryCaptions")
    public record CaptionsPlace(@Schema(examples = "en") String language, String url) {}
}
