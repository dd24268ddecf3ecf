package nl.etalage.content.rendering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.platform.Platform;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An adaptation as one platform will get it.
 *
 * @param adaptationVersion version of the adaptation
 * @param revision of the story that the text follows
 * @param campaign that counts on the day; null when there is none
 * @param title filled; for platforms that have titles
 * @param text filled, plain where the platform knows no markup, with the link at the end
 * @param link with the reference in it; null when the story has none
 * @param length of the text, as the platform counts
 * @param limit longest text; null for no limit
 * @param problems why it can't go out like this; empty when it can
 * @param warnings what to look at; it can go out
 * @param hash SHA-256 of what would be published, in hexadecimal digits
 */
@Schema(name = "Rendering")
public record RenderingView(
        UUID adaptation,
        long adaptationVersion,
        String shop,
        UUID story,
        int revision,
        @Schema(nullable = true) UUID campaign,
        Platform platform,
        @Schema(nullable = true) String title,
        String text,
        @Schema(nullable = true) String link,
        int length,
        @Schema(nullable = true) Integer limit,
        List<Picture> assets,
        List<Remark> problems,
        List<Remark> warnings,
        String hash) {

    /**
     * A picture as it goes out.
     *
     * @param sha256 names the picture in its address
     * @param url where its bytes are
     * @param bytes length of what is at the address
     */
    @Schema(name = "RenderingAsset")
    public record Picture(
            UUID id,
            String sha256,
            String mediaType,
            @Schema(nullable = true) String altText,
            @Schema(nullable = true) String credit,
            String url,
            int width,
            int height,
            long bytes) {}

    /**
     * A problem or a warning.
     *
     * @param code stable word, such as {@code too-long}
     * @param detail sentence in the caller's language
     * @param field what it is about: a field of the adaptation, a merge field, or an asset
     * @param excess how much too long, as the platform counts; only with {@code too-long}
     */
    @Schema(name = "RenderingRemark")
    public record Remark(
            @Schema(examples = "too-long") String code,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_NULL) String field,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer excess) {}
}
