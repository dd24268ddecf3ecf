package nl.etalage.scheduling.ending;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.scheduling.ops.Sql;

/**
 * A story that will be taken back because consent or licence of one of its files ends, or a picture whose own end takes
 * the posts that show it along.
 *
 * @param endsAt the first instant at which it may not be used
 * @param days 30 or 7: within how many it ends
 * @param reason {@code consent-ends} or {@code licence-ends}
 * @param title of the story, or of the one whose version shows the owner's picture; null where nobody said
 * @param owner the shop whose picture it is; null for the network's, and for stories
 * @param toldUntil the last shop that was told; empty before the first, null after the last
 */
record Ending(
        EndingKind kind,
        UUID subject,
        Instant endsAt,
        int days,
        String reason,
        String title,
        String owner,
        String toldUntil) {

    /**
     * What was taken back may be so again. A shop's own picture that no version showed when it was told, was told to
     * nobody; with the title of a story that shows it, its shop hears of it.
     */
    private static final String HEAR =
            """
            INSERT INTO ending (kind, subject, ends_at, days, reason, title, owner, heard_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, subject, ends_at, days) DO UPDATE SET reason = EXCLUDED.reason, title = EXCLUDED.title,
                owner = EXCLUDED.owner, heard_at = EXCLUDED.heard_at, told_until = '', taken_back = false
             WHERE ending.taken_back OR ending.title IS NULL AND EXCLUDED.title IS NOT NULL""";

    /** Once it is over, or was taken back before, there is nothing left to tell: the recall does. */
    private static final String NEXT =
            """
            SELECT e.* FROM ending e
             WHERE e.told_until IS NOT NULL AND e.ends_at > ? AND NOT e.taken_back
               AND NOT EXISTS (SELECT 1 FROM recall r
                                WHERE e.kind = 'story' AND r.story = e.subject AND r.lifted_at IS NULL)
             ORDER BY e.heard_at LIMIT 1
               FOR UPDATE OF e SKIP LOCKED""";

    /** Held, so that it isn't taken back before whoever is told of it is. */
    private static final String STANDING =
            """
            SELECT e.* FROM ending e
             WHERE e.kind = ? AND e.subject = ? AND e.ends_at > ? AND NOT e.taken_back
               AND NOT EXISTS (SELECT 1 FROM recall r
                                WHERE e.kind = 'story' AND r.story = e.subject AND r.lifted_at IS NULL)
             ORDER BY e.days, e.ends_at LIMIT 1
               FOR SHARE OF e""";

    private static final String TOLD =
            "UPDATE ending SET told_until = ? WHERE kind = ? AND subject = ? AND ends_at = ? AND days = ?";

    /** Notes what content-service told; the same twice is once, and another end than before takes its place. */
    static void hear(Connection connection, EndingKind kind, JsonNode data, Instant now) throws SQLException {
        UUID subject = kind.subject(data);
        Instant endsAt = Instant.parse(data.path("endsAt").asText());
        MovedEnd.from(connection, kind, subject, endsAt);
        try (PreparedStatement insert = connection.prepareStatement(HEAR)) {
            insert.setString(1, kind.word());
            insert.setObject(2, subject);
            Sql.set(insert, 3, endsAt);
            insert.setInt(4, data.path("days").asInt());
            insert.setString(5, data.path("reason").asText());
            insert.setString(6, data.path("title").asText(null));
            insert.setString(7, data.path("shop").asText(null));
            Sql.set(insert, 8, now);
            insert.executeUpdate();
        }
    }

    /** One that shops have yet to hear of, held until the end of the transaction. */
    static Optional<Ending> next(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            Sql.set(select, 1, now);
            return read(select);
        }
    }

    /** The last warning that was given of this, if any, and still stands. */
    static Optional<Ending> standing(Connection connection, EndingKind kind, UUID subject, Instant now)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setString(1, kind.word());
            select.setObject(2, subject);
            Sql.set(select, 3, now);
            return read(select);
        }
    }

    private static Optional<Ending> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(of(row)) : Optional.empty();
        }
    }

    /** From a row of ending. */
    static Ending of(ResultSet row) throws SQLException {
        return new Ending(
                EndingKind.of(row.getString("kind")),
                row.getObject("subject", UUID.class),
                Sql.instant(row, "ends_at"),
                row.getInt("days"),
                row.getString("reason"),
                row.getString("title"),
                row.getString("owner"),
                row.getString("told_until"));
    }

    /** Shops up to this one know; null when all do. */
    void told(Connection connection, String until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TOLD)) {
            update.setString(1, until);
            key(update, 2);
            update.executeUpdate();
        }
    }

    /** Fills in what names this row: four parameters from this one on. */
    void key(PreparedStatement statement, int first) throws SQLException {
        statement.setString(first, kind.word());
        statement.setObject(first + 1, subject);
        Sql.set(statement, first + 2, endsAt);
        statement.setInt(first + 3, days);
    }

    /** Names the telling, so that a shop hears it once. */
    String cause() {
        return causes() + endsAt + "/" + days;
    }

    /** How all that is told of the end of this is named; also of an end that was moved. */
    String causes() {
        return kind.word() + "/" + subject + "/ending/";
    }
}
