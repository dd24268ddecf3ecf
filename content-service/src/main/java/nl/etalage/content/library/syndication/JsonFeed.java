package nl.etalage.content.library.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import nl.etalage.content.library.LibraryItem;
import nl.etalage.content.story.Audience;
import nl.etalage.content.story.Product;
import nl.etalage.content.story.StoryFunction;
import nl.etalage.content.story.StoryType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A library as JSON Feed.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
@Schema(name = "JsonFeed")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        @JsonProperty("next_url") String nextUrl,
        String description,
        String language,
        List<Author> authors,
        List<Item> items) {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    /** Who says it. */
    @Schema(name = "JsonFeedAuthor")
    public record Author(String name) {}

    /**
     * A story.
     *
     * @param tags names of its themes, in the language of the feed
     */
    @Schema(name = "JsonFeedItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_html") String contentHtml,
            String summary,
            String image,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<String> tags,
            String language,
            List<Attachment> attachments,
            @JsonProperty("_etalage") Extension etalage) {}

    /** A picture. */
    @Schema(name = "JsonFeedAttachment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attachment(
            String url,
            @JsonProperty("mime_type") String mimeType,
            String title,
            @JsonProperty("size_in_bytes") Long sizeInBytes,
            @JsonProperty("_etalage") Owed etalage) {}

    /**
     * Whom a picture is owed to, for which a feed reader has no word.
     *
     * @param credit who made it; absent where nobody says
     * @param licence {@code own} or an SPDX id; absent where nobody says
     */
    @Schema(name = "JsonFeedOwed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Owed(
            @Schema(examples = "Foto: Fatima") String credit, @Schema(examples = "CC-BY-4.0") String licence) {}

    /**
     * What a feed reader has no word for, and a webshop needs to know which story belongs where.
     *
     * @param themes keys of the network's list, in the order of the tags
     * @param credits who made the pictures, in their order; empty where nobody says
     */
    @Schema(name = "JsonFeedExtension")
    public record Extension(
            StoryType type,
            int revision,
            LibraryItem.Version version,
            List<StoryFunction> functions,
            List<Audience> audience,
            List<Product> products,
            List<String> themes,
            List<String> credits) {}

    static JsonFeed of(Feed feed) {
        return new JsonFeed(
                VERSION,
                feed.title(),
                feed.home(),
                feed.self(),
                feed.next(),
                feed.description(),
                feed.language(),
                List.of(new Author(feed.author())),
                feed.entries().stream().map(JsonFeed::item).toList());
    }

    private static Item item(Feed.Entry entry) {
        LibraryItem story = entry.item();
        return new Item(
                entry.id(),
                story.link(),
                story.title(),
                entry.html(),
                story.summary(),
                entry.enclosures().isEmpty() ? null : entry.enclosures().get(0).url(),
                story.appeared(),
                story.updated(),
                entry.themes().stream().map(Feed.Theme::name).toList(),
                story.locale(),
                entry.enclosures().stream().map(JsonFeed::attachment).toList(),
                new Extension(
                        story.type(),
                        story.revision(),
                        story.version(),
                        story.functions(),
                        story.audience(),
                        story.products(),
                        story.themes(),
                        entry.enclosures().stream()
                                .map(picture -> picture.credit() == null ? "" : picture.credit())
                                .toList()));
    }

    private static Attachment attachment(Feed.Enclosure picture) {
        return new Attachment(
                picture.url(),
                picture.mediaType(),
                picture.altText(),
                picture.bytes() == 0 ? null : picture.bytes(),
                picture.credit() == null && picture.licence() == null
                        ? null
                        : new Owed(picture.credit(), picture.licence()));
    }
}
