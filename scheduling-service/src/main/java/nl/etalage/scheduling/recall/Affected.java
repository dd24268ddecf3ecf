package nl.etalage.scheduling.recall;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.scheduling.Opening;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.publication.PublicationState;

/**
 * A publication that is planned, or is or may be out there, and must not be: its story was taken back, or a picture that
 * it shows may be used no longer.
 *
 * @param byHand whether a person posts it
 * @param lease of the worker that has it in hand, or null
 * @param picture the picture; null where it is about the story
 * @param since when the story was taken back, or the picture ended or was taken out of the story
 * @param text how it begins
 */
record Affected(
        UUID id,
        String shop,
        UUID channel,
        boolean byHand,
        PublicationState state,
        UUID lease,
        String reason,
        UUID picture,
        Instant since,
        String text) {

    private static final Set<String> REASONS =
            Set.of("mistake", "consent-withdrawn", "licence-ended", "safety", "expired");

    /** Whoever wrote the sentences about these knows of two ways in which a picture ends, and of a correction. */
    private static final Set<String> ENDS = Set.of("consent-withdrawn", "licence-ended", "mistake");

    /** A removal that was refused stays refused; what a worker has in hand right now comes a round later. */
    private static final String BY_STORY =
            """
            SELECT p.id, p.shop, p.channel, p.platform, p.state, p.lease, left(p.text, 200) AS text, r.reason,
                   CAST(NULL AS uuid) AS picture, r.at AS since
              FROM recall r
              JOIN publication p ON p.story = r.story
             WHERE r.lifted_at IS NULL
               AND r.sweep_until > ?
               AND (p.state IN ('proposed', 'awaiting-approval', 'scheduled')
                    OR r.reason <> 'expired' AND (
                       p.state = 'published' AND p.removal IS NULL
                    OR p.state = 'publishing' AND p.platform = 'assisted'
                    OR p.state = 'unknown' AND (p.lease IS NULL OR p.due_at IS NULL OR p.due_at <= ?)))
             ORDER BY p.id LIMIT ?
               FOR UPDATE OF p SKIP LOCKED""";

    /**
     * Where the story itself was taken back, that is the reason to give; the rows of {@link #BY_STORY} go before. All that
     * show one of the pictures are found apart from the limit: PostgreSQL can't tell how rare a picture is, and would walk
     * along all publications until it has enough.
     */
    private static final String BY_PICTURE =
            """
            WITH shown AS MATERIALIZED (
                SELECT p.id, e.asset, e.reason, e.at
                  FROM (SELECT NULL::uuid AS story, asset, NULL::integer AS revision, reason, at FROM picture_end
                         WHERE lifted_at IS NULL AND sweep_until > ?
                         UNION ALL
                        SELECT story, asset, revision, 'mistake', at FROM dropped_picture WHERE sweep_until > ?) e
                  JOIN publication p ON p.assets @> jsonb_build_array(jsonb_build_object('id', e.asset))
                   AND (e.story IS NULL OR p.story = e.story AND p.revision < e.revision)
                 WHERE p.state IN ('proposed', 'awaiting-approval', 'scheduled', 'publishing', 'published', 'unknown')
                   AND (p.state <> 'published' OR p.removal IS NULL)
                   AND (p.state <> 'publishing' OR p.platform = 'assisted')
                   AND (p.state <> 'unknown' OR p.lease IS NULL OR p.due_at IS NULL OR p.due_at <= ?)),
            batch AS MATERIALIZED (
                SELECT DISTINCT ON (id) id, asset, reason, at FROM shown ORDER BY id, reason = 'mistake', at LIMIT ?)
            SELECT p.id, p.shop, p.channel, p.platform, p.state, p.lease, left(p.text, 200) AS text, batch.reason,
                   batch.asset AS picture, batch.at AS since
              FROM batch
              JOIN publication p ON p.id = batch.id
             WHERE p.state IN ('proposed', 'awaiting-approval', 'scheduled')
                OR p.state = 'published' AND p.removal IS NULL
                OR p.state = 'publishing' AND p.platform = 'assisted'
                OR p.state = 'unknown'
             ORDER BY p.id
               FOR UPDATE OF p SKIP LOCKED""";

    /** By a story; the parameters as of {@link RecallSweep#sweep}. */
    static List<Affected> byStory(Connection connection, int most, Instant since, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BY_STORY)) {
            Sql.set(select, 1, since);
            Sql.set(select, 2, now);
            select.setInt(3, most);
            return read(select);
        }
    }

    /** By a picture; the parameters as of {@link RecallSweep#sweep}. */
    static List<Affected> byPicture(Connection connection, int most, Instant since, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BY_PICTURE)) {
            Sql.set(select, 1, since);
            Sql.set(select, 2, since);
            Sql.set(select, 3, now);
            select.setInt(4, most);
            return read(select);
        }
    }

    private static List<Affected> read(PreparedStatement select) throws SQLException {
        List<Affected> batch = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                batch.add(of(row));
            }
        }
        return batch;
    }

    private static Affected of(ResultSet row) throws SQLException {
        return new Affected(
                row.getObject("id", UUID.class),
                row.getString("shop"),
                row.getObject("channel", UUID.class),
                "assisted".equals(row.getString("platform")),
                PublicationState.of(row.getString("state")),
                row.getObject("lease", UUID.class),
                row.getString("reason"),
                row.getObject("picture", UUID.class),
                Sql.instant(row, "since"),
                row.getString("text"));
    }

    /** Why, for who looks at the publication. */
    Remark why() {
        return picture == null
                ? Remark.of("recalled." + (REASONS.contains(reason) ? reason : "other"))
                : Remark.of("recalled.picture." + (ENDS.contains(reason) ? reason : "other"));
    }

    /** What a person must do who may have posted it. */
    Remark task() {
        return Remark.of(picture == null ? "task.take-away" : "task.take-away-picture");
    }

    /** What the shop hears of a picture. */
    Remark told() {
        return Remark.of("picture-ended." + (ENDS.contains(reason) ? reason : "consent-withdrawn"), Opening.of(text));
    }
}
