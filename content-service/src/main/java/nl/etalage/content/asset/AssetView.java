package nl.etalage.content.asset;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An asset as the API shows it.
 *
 * @param shop whose it is; null for the network
 * @param sha256 of the file as uploaded
 * @param bytes length of the file as uploaded
 * @param width as seen, in pixels
 * @param height as seen, in pixels
 */
@Schema(name = "Asset")
public record AssetView(
        UUID id,
        @Schema(nullable = true) String shop,
        @Schema(examples = "image/jpeg") String mediaType,
        String sha256,
        long bytes,
        int width,
        int height,
        @Schema(nullable = true) String altText,
        @Schema(nullable = true) String credit,
        @Schema(nullable = true) String licence,
        @Schema(nullable = true) String source,
        @Schema(nullable = true) Consent consent,
        @Schema(nullable = true) FocalPoint focalPoint,
        AssetState state,
        long version) {

    static AssetView of(Asset asset, Instant now) {
        AssetMetadata said = asset.metadata();
        Picture picture = asset.file().picture();
        return new AssetView(
                asset.id(),
                asset.shop(),
                picture.format().mediaType(),
                asset.file().sha256(),
                asset.file().bytes(),
                picture.size().width(),
                picture.size().height(),
                said.altText(),
                said.credit(),
                said.licence(),
                said.source(),
                said.consent(),
                said.focalPoint(),
                asset.state(now),
                asset.version());
    }
}
