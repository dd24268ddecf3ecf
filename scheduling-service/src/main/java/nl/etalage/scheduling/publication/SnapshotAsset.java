package nl.etalage.scheduling.publication;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/**
 * A picture as it goes out.
 *
 * @param sha256 of the bytes that were uploaded, in hex
 * @param url where it can be seen, at the gateway
 * @param width pixels, as seen
 * @param height pixels, as seen
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SnapshotAsset(
        UUID id,
        String sha256,
        String mediaType,
        String altText,
        String credit,
        String url,
        Integer width,
        Integer height) {}
