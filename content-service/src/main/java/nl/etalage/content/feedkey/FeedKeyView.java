package nl.etalage.content.feedkey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key to a shop's feeds.
 *
 * @param lastUsedAt to the minute; null while it was never used
 * @param key the secret; in the answer to its making only
 * @param feeds the addresses with the secret in them; in the answer to its making only
 */
@Schema(name = "FeedKey")
public record FeedKeyView(
        UUID id,
        @Schema(examples = "zeist") String shop,
        @Schema(examples = "Etalage-blok op onze site") String name,
        Instant createdAt,
        @Schema(nullable = true) Instant lastUsedAt,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) String key,
        @JsonInclude(JsonInclude.Include.NON_NULL) Addresses feeds) {

    /** The same feed in three forms. */
    @Schema(name = "FeedAddresses")
    public record Addresses(String json, String atom, String rss) {}

    static FeedKeyView of(FeedKey key) {
        return new FeedKeyView(
                key.id(), key.shop(), key.name(), key.createdAt(), key.lastUsedAt(), key.version(), null, null);
    }

    FeedKeyView with(String secret, Addresses addresses) {
        return new FeedKeyView(id, shop, name, createdAt, lastUsedAt, version, secret, addresses);
    }
}
