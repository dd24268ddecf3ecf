package nl.etalage.content.feedkey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key to make.
 *
 * @param name what it is for, so that somebody later knows whether it can go
 */
@Schema(name = "FeedKeyRequest")
public record FeedKeyRequest(
        @Schema(examples = "zeist") String shop,
        @Schema(maxLength = 100, examples = "Etalage-blok op onze site") String name) {}
