package nl.etalage.content.feedkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A key to a shop's feeds, without its secret.
 *
 * @param name what it is for, in the words of who made it
 * @param lastUsedAt to the minute; null while it was never used
 * @param version changes with the name; when it was last used is no version
 */
record FeedKey(UUID id, String shop, String name, Instant createdAt, Instant lastUsedAt, long version) {

    static final long FIRST_VERSION = 1;

    FeedKey renamed(String other) {
        return new FeedKey(id, shop, other, createdAt, lastUsedAt, version + 1);
    }

    static FeedKey of(ResultSet row) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new FeedKey(
                row.getObject("id", UUID.class),
                row.getString("shop"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant(),
                row.getLong("version"));
    }
}
