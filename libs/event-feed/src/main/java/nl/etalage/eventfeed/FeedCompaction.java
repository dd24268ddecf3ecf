package nl.etalage.eventfeed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Keeps feeds from growing without end: of each subject the newest event stays, older ones go when they are old enough
 * that followers have had them. A reader that starts anew still gets the last word on every subject, deletions
 * included.
 */
public final class FeedCompaction {

    /** Bounds how long one transaction holds its locks. */
    public static final int MAX_DELETED = 5000;

    private static final String COMPACT =
            """
            DELETE FROM event WHERE feed = ? AND position IN (
                SELECT old.position FROM event old
                WHERE old.feed = ? AND old.time < ?
                  AND EXISTS (SELECT 1 FROM event newer WHERE newer.feed = old.feed
                              AND newer.subject = old.subject AND newer.position > old.position)
                ORDER BY old.position LIMIT ?)""";

    private FeedCompaction() {}

    /**
     * Deletes events older than {@code olderThan} for whose subject there is a newer one, in the caller's transaction.
     *
     * @return how many; {@link #MAX_DELETED} when there may be more, for a next transaction
     */
    public static int compact(Connection connection, String feed, Duration olderThan, Instant now) throws SQLException {
        EventFeed.requireName(feed);
        try (PreparedStatement delete = connection.prepareStatement(COMPACT)) {
            delete.setString(1, feed);
            delete.setString(2, feed);
            delete.setObject(3, now.minus(olderThan).atOffset(ZoneOffset.UTC));
            delete.setInt(4, MAX_DELETED);
            return delete.executeUpdate();
        }
    }
}
