package nl.etalage.scheduling.ending;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.etalage.scheduling.feed.PublicationChanged;
import nl.etalage.scheduling.ops.Sql;

/**
 * Publications that changed since the last look and use what will end. Our own feed says which changed, in the order in
 * which they did and without holes: one that was planned while the others were being told is told there or found here.
 *
 * @param after position in our feed up to which was read before
 * @param until last position of this look; the same when there is nothing new, or when another instance looks
 */
record LateUsers(long after, long until) {

    private static final String CURSOR = "endings";

    private static final String SINCE =
            """
            SELECT c.position AS after, coalesce(e.until, c.position) AS until
              FROM (SELECT position FROM feed_cursor WHERE feed = ? FOR UPDATE SKIP LOCKED) c
              LEFT JOIN LATERAL (
                    SELECT max(position) AS until FROM (
                           SELECT position FROM event WHERE feed = ? AND position > c.position
                            ORDER BY position LIMIT ?) page) e ON true""";

    private static final String USES =
            """
            WITH changed AS MATERIALIZED (
                SELECT DISTINCT (data ->> 'publication')::uuid AS id FROM event
                 WHERE feed = ? AND position > ? AND position <= ?),
            planned AS MATERIALIZED (
                SELECT p.id, p.shop, p.story, p.assets FROM changed JOIN publication p ON p.id = changed.id
                 WHERE p.state IN ('proposed', 'awaiting-approval', 'scheduled', 'publishing', 'published', 'unknown'))
            SELECT e.kind, e.subject, p.shop FROM planned p
              JOIN ending e ON e.kind = 'story' AND e.subject = p.story AND e.ends_at > ? AND NOT e.taken_back
             UNION
            SELECT e.kind, e.subject, p.shop FROM planned p
             CROSS JOIN LATERAL jsonb_array_elements(p.assets) shown
              JOIN ending e ON e.kind = 'picture' AND e.subject = CAST(shown ->> 'id' AS uuid) AND e.ends_at > ?
               AND NOT e.taken_back
             ORDER BY kind, subject, shop""";

    private static final String READ = "UPDATE feed_cursor SET position = ?, updated_at = ? WHERE feed = ?";

    /** A shop that uses something that ends. */
    record Use(EndingKind kind, UUID subject, String shop) {}

    /** What changed since the last look, at most so many changes; held until the end of the transaction. */
    static LateUsers since(Connection connection, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SINCE)) {
            select.setString(1, CURSOR);
            select.setString(2, PublicationChanged.FEED);
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new LateUsers(row.getLong("after"), row.getLong("until")) : new LateUsers(0, 0);
            }
        }
    }

    /** Whose those are that end after now. */
    List<Use> uses(Connection connection, Instant now) throws SQLException {
        List<Use> uses = new ArrayList<>();
        if (!any()) {
            return uses;
        }
        try (PreparedStatement select = connection.prepareStatement(USES)) {
            select.setString(1, PublicationChanged.FEED);
            select.setLong(2, after);
            select.setLong(3, until);
            Sql.set(select, 4, now);
            Sql.set(select, 5, now);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    uses.add(new Use(
                            EndingKind.of(row.getString("kind")),
                            row.getObject("subject", UUID.class),
                            row.getString("shop")));
                }
            }
        }
        return uses;
    }

    /** Not looked at again. */
    void read(Connection connection, Instant now) throws SQLException {
        if (!any()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(READ)) {
            update.setLong(1, until);
            Sql.set(update, 2, now);
            update.setString(3, CURSOR);
            update.executeUpdate();
        }
    }

    /** Whether there is anything new. */
    boolean any() {
        return until > after;
    }
}
