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
 * A story that will be taken back because consent or licence of one of its files ends.
 *
 * @param endsAt the first instant at which it may not be used
 * @param days 30 or 7: within how many it ends
 * @param reason {@code consent-ends} or {@code licence-ends}
 * @param toldUntil the last shop that was told; empty before the first
 */
public record EndingStory(UUID story, Instant endsAt, int days, String reason, String toldUntil) {

    private static final String HEAR =
            """
            INSERT INTO story_ending (story, ends_at, days, reason, heard_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    /** Once it is over, or was taken back before, there is nothing left to tell: the recall does. */
    private static final String NEXT =
            """
            SELECT e.story, e.ends_at, e.days, e.reason, e.told_until FROM story_ending e
             WHERE e.told_until IS NOT NULL AND e.ends_at > ?
               AND NOT EXISTS (SELECT 1 FROM recall r WHERE r.story = e.story AND r.lifted_at IS NULL)
             ORDER BY e.heard_at LIMIT 1
               FOR UPDATE OF e SKIP LOCKED""";

    private static final String TOLD =
            "UPDATE story_ending SET told_until = ? WHERE story = ? AND ends_at = ? AND days = ?";

    /** Notes what content-service told; the same twice is once. */
    public static void hear(Connection connection, JsonNode data, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(HEAR)) {
            insert.setObject(1, UUID.fromString(data.path("story").asText()));
            Sql.set(insert, 2, Instant.parse(data.path("endsAt").asText()));
            insert.setInt(3, data.path("days").asInt());
            insert.setString(4, data.path("reason").asText());
            Sql.set(insert, 5, now);
            insert.executeUpdate();
        }
    }

    /** One that shops have yet to hear of, held until the end of the transaction. */
    static Optional<EndingStory> next(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            Sql.set(select, 1, now);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new EndingStory(
                                row.getObject("story", UUID.class),
                                Sql.instant(row, "ends_at"),
                                row.getInt("days"),
                                row.getString("reason"),
                                row.getString("told_until")))
                        : Optional.empty();
            }
        }
    }

    /** Shops up to this one know; null when all do. */
    void told(Connection connection, String until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TOLD)) {
            update.setString(1, until);
            update.setObject(2, story);
            Sql.set(update, 3, endsAt);
            update.setInt(4, days);
            update.executeUpdate();
        }
    }

    /** Names the telling, so that a shop hears it once. */
    String cause() {
        return causes() + endsAt + "/" + days;
    }

    /** How all that is told of the end of this story is named; also of an end that was moved. */
    String causes() {
        return "story/" + story + "/ending/";
    }
}
