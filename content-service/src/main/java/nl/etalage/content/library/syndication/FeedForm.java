package nl.etalage.content.library.syndication;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** The forms in which feed readers take a library. */
public enum FeedForm {
    /** <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>. */
    JSON(FeedForm.JSON_TYPE, "json", "library.feed.json"),
    /** <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>. */
    ATOM(FeedForm.ATOM_TYPE, "atom", "library.atom"),
    /** <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>. */
    RSS(FeedForm.RSS_TYPE, "rss", "library.rss");

    public static final String JSON_TYPE = "application/feed+json";
    public static final String ATOM_TYPE = "application/atom+xml";
    public static final String RSS_TYPE = "application/rss+xml";

    private final String mediaType;
    private final String extension;
    private final String path;

    FeedForm(String mediaType, String extension, String path) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.path = path;
    }

    /** The form that comes first in what a client accepts; empty when it rather, or just as well, has plain JSON. */
    public static Optional<FeedForm> accepted(Collection<MediaType> byPreference) {
        for (MediaType wanted : byPreference) {
            if (wanted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return Optional.empty();
            }
            Optional<FeedForm> form = Arrays.stream(values())
                    .filter(known -> wanted.isCompatible(MediaType.valueOf(known.mediaType)))
                    .findFirst();
            if (form.isPresent()) {
                return form;
            }
        }
        return Optional.empty();
    }

    /** The form of a file name's ending, such as {@code atom}. */
    public static Optional<FeedForm> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(form -> form.extension.equals(extension))
                .findFirst();
    }

    /** The ending of a keyed feed's file name. */
    public String extension() {
        return extension;
    }

    /** As answered, with the character set where the type has one. */
    public String contentType() {
        return this == JSON ? mediaType : mediaType + ";charset=UTF-8";
    }

    /** The last segment of its address. */
    String path() {
        return path;
    }
}
