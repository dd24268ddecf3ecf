package nl.etalage.scheduling.recall;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.scheduling.ops.Sql;

/** Pictures because of which publications are taken back while their story stays, and what that did. */
final class PictureRecall {

    private static final String END =
            """
            INSERT INTO picture_end (asset, reason, at, sweep_until) VALUES (?, ?, ?, ?)
            ON CONFLICT (asset) DO UPDATE SET reason = EXCLUDED.reason, at = EXCLUDED.at,
                sweep_until = EXCLUDED.sweep_until, lifted_at = NULL""";
    private static final String LIFT = "UPDATE picture_end SET lifted_at = ? WHERE asset = ? AND lifted_at IS NULL";

    /** What a correction took out stays out of what was made before it. */
    private static final String LIFT_LISTED =
            """
            UPDATE picture_recall SET lifted_at = ?
             WHERE asset = ? AND lifted_at IS NULL AND reason <> 'mistake'""";

    private static final String CORRECT =
            """
            INSERT INTO story_correction (story, revision) VALUES (?, ?)
            ON CONFLICT (story) DO UPDATE SET revision = EXCLUDED.revision
             WHERE story_correction.revision < EXCLUDED.revision""";

    private static final String DROP =
            """
            INSERT INTO dropped_picture (story, asset, revision, at, sweep_until) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (story, asset) DO UPDATE SET revision = EXCLUDED.revision, at = EXCLUDED.at,
                sweep_until = EXCLUDED.sweep_until
             WHERE dropped_picture.revision < EXCLUDED.revision""";

    private static final String NOTE =
            """
            WITH marked AS (UPDATE publication SET ended_picture = ? WHERE id = ? RETURNING story, revision)
            INSERT INTO picture_recall (story, asset, revision, reason, at)
            SELECT story, ?, revision, ?, ? FROM marked
            ON CONFLICT (story, asset) DO UPDATE SET revision = greatest(picture_recall.revision, EXCLUDED.revision),
                reason = EXCLUDED.reason, at = EXCLUDED.at, lifted_at = NULL
             WHERE picture_recall.at < EXCLUDED.at OR picture_recall.revision < EXCLUDED.revision""";

    /** The only severity that doesn't leave it to the shop when to take the correction over. */
    private static final String CRITICAL = "critical";

    private PictureRecall() {}

    /** The picture may be used no longer, by anybody. */
    static void end(Connection connection, UUID picture, String reason, Instant at, Instant sweepUntil)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(END)) {
            upsert.setObject(1, picture);
            upsert.setString(2, reason);
            Sql.set(upsert, 3, at);
            Sql.set(upsert, 4, sweepUntil);
            upsert.executeUpdate();
        }
    }

    /** It may be used again. */
    static void lift(Connection connection, UUID picture, Instant at) throws SQLException {
        for (String sql : new String[] {LIFT, LIFT_LISTED}) {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                Sql.set(update, 1, at);
                update.setObject(2, picture);
                update.executeUpdate();
            }
        }
    }

    /** A correction of a story, which outdates what was made before; where it is critical, the pictures that it took out go from what was made before. */
    static void correct(Connection connection, JsonNode correction, Instant at, Instant sweepUntil)
            throws SQLException {
        UUID story = UUID.fromString(correction.path("story").asText());
        int revision = correction.path("revision").asInt();
        try (PreparedStatement upsert = connection.prepareStatement(CORRECT)) {
            upsert.setObject(1, story);
            upsert.setInt(2, revision);
            upsert.executeUpdate();
        }
        if (!CRITICAL.equals(correction.path("severity").asText())) {
            return;
        }
        for (JsonNode picture : correction.path("dropped")) {
            try (PreparedStatement upsert = connection.prepareStatement(DROP)) {
                upsert.setObject(1, story);
                upsert.setObject(2, UUID.fromString(picture.asText()));
                upsert.setInt(3, revision);
                Sql.set(upsert, 4, at);
                Sql.set(upsert, 5, sweepUntil);
                upsert.executeUpdate();
            }
        }
    }

    /** This one followed, so that it is listed with what became of it. */
    static void note(Connection connection, Affected one) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setObject(1, one.picture());
            insert.setObject(2, one.id());
            insert.setObject(3, one.picture());
            insert.setString(4, one.reason());
            Sql.set(insert, 5, one.since());
            insert.executeUpdate();
        }
    }
}
