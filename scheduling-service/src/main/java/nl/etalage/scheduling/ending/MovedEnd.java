package nl.etalage.scheduling.ending;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.scheduling.ops.Sql;

/** Ends that were told and aren't so any more. */
final class MovedEnd {

    private static final String TAKE_BACK =
            """
            UPDATE ending SET taken_back = true
             WHERE kind = ? AND subject = ? AND NOT taken_back AND ends_at IS DISTINCT FROM CAST(? AS timestamptz)""";

    /**
     * While a story was going to end, posts that show the picture were that story's. Without it, who shows the picture
     * hears of the picture: its last warning, which is no news to whoever had it.
     */
    private static final String PICTURES_AGAIN =
            """
            UPDATE ending p SET told_until = ''
             WHERE p.kind = 'picture' AND NOT p.taken_back
               AND EXISTS (SELECT 1 FROM ending s
                            WHERE s.kind = 'story' AND s.subject = ? AND s.taken_back AND s.ends_at <= p.ends_at)
               AND NOT EXISTS (SELECT 1 FROM ending n
                                WHERE n.kind = p.kind AND n.subject = p.subject AND n.ends_at = p.ends_at
                                  AND n.days < p.days AND NOT n.taken_back)""";

    private static final String NEXT =
            "SELECT * FROM ending WHERE taken_back ORDER BY heard_at LIMIT 1 FOR UPDATE SKIP LOCKED";

    private static final String CLOSE =
            """
            UPDATE notice SET closed_at = ? WHERE id IN (
                SELECT id FROM notice WHERE cause = ? AND kind = 'ending' AND closed_at IS NULL LIMIT ?
                   FOR UPDATE)""";

    private static final String FORGET =
            "DELETE FROM ending WHERE kind = ? AND subject = ? AND ends_at = ? AND days = ?";

    private MovedEnd() {}

    /** Takes back what was told of every other end than this one; of all of them for null. */
    static void from(Connection connection, EndingKind kind, UUID subject, Instant endsAt) throws SQLException {
        int taken;
        try (PreparedStatement update = connection.prepareStatement(TAKE_BACK)) {
            update.setString(1, kind.word());
            update.setObject(2, subject);
            Sql.set(update, 3, endsAt);
            taken = update.executeUpdate();
        }
        if (taken > 0 && kind == EndingKind.STORY) {
            try (PreparedStatement update = connection.prepareStatement(PICTURES_AGAIN)) {
                update.setObject(1, subject);
                update.executeUpdate();
            }
        }
    }

    /** Closes at most so many notices of one such end; false when there is none left. */
    static boolean closeNext(Connection connection, int most, Instant now) throws SQLException {
        Optional<Ending> next = next(connection);
        if (next.isEmpty()) {
            return false;
        }
        if (close(connection, next.get(), most, now) < most) {
            try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
                next.get().key(delete, 1);
                delete.executeUpdate();
            }
        }
        return true;
    }

    private static Optional<Ending> next(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(Ending.of(row)) : Optional.empty();
        }
    }

    private static int close(Connection connection, Ending ending, int most, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
            Sql.set(update, 1, now);
            update.setString(2, ending.cause());
            update.setInt(3, most);
            return update.executeUpdate();
        }
    }
}
