package nl.etalage.content.asset;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An asset as the API shows it.
 *
 * @param shop whose it is; null for the network
 * @param sha256 of the file as uploaded
 * @param bytes length of the file as uploaded
 * @param width as seen, in pixels; null for sound and documents
 * @param height as seen, in pixels; null for sound and documents
 * @param duration of video and sound, in seconds; null for the others
 * @param captions as WebVTT
 * @param captionsLanguage in which language they are, as BCP 47 writes it
 * @param otherCaptions the same in other languages
 * @param endsAt when it may be used no longer; null for never
 */
@Schema(name = "Asset")
public record AssetView(
        UUID id,
        @Schema(nullable = true) String shop,
        MediaKind kind,
        @Schema(examples = "image/jpeg") String mediaType,
        String sha256,
        long bytes,
        @Schema(nullable = true) Integer width,
        @Schema(nullable = true) Integer height,
        @Schema(nullable = true, examples = "12.5") BigDecimal duration,
        @Schema(nullable = true) String altText,
        @Schema(nullable = true) String credit,
        @Schema(nullable = true) String licence,
        @Schema(nullable = true) LocalDate licenceUntil,
        @Schema(nullable = true) String source,
        @Schema(nullable = true) Consent consent,
        @Schema(nullable = true) FocalPoint focalPoint,
        @Schema(nullable = true) String captions,
        @Schema(nullable = true, examples = "nl") String captionsLanguage,
        List<Captions> otherCaptions,
        @Schema(nullable = true) String transcript,
        @Schema(nullable = true) String noWordsReason,
        @Schema(nullable = true) Instant endsAt,
        AssetState state,
        long version) {

    static AssetView of(Asset asset, Instant now) {
        AssetMetadata said = asset.metadata();
        MediaFile file = asset.file();
        return new AssetView(
                asset.id(),
                asset.shop(),
                file.format().kind(),
                file.format().mediaType(),
                file.sha256(),
                file.bytes(),
                file.size() == null ? null : file.size().width(),
                file.size() == null ? null : file.size().height(),
                file.seconds(),
                said.altText(),
                said.credit(),
                said.licence(),
                said.licenceUntil(),
                said.source(),
                said.consent(),
                said.focalPoint(),
                said.captions(),
                said.captionsLanguage(),
                said.otherCaptions(),
                said.transcript(),
                said.noWordsReason(),
                asset.end() == null ? null : asset.end().at(),
                asset.state(now),
                asset.version());
    }
}
