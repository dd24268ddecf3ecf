package nl.etalage.content.library.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.asset.AssetEnd;
import nl.etalage.content.asset.AssetEnding;
import nl.etalage.eventfeed.NewEvent;

/**
 * Tells services 30 and 7 Dutch days before which files may soon be used no longer; at once where less is left. Of a file
 * that a story shows, the story tells too.
 */
@ApplicationScoped
class EndingAssets {

    /** Several instances may look at once; each takes other rows. */
    private static final String WARN =
            """
            UPDATE asset a SET warn_at = CASE WHEN days_before(a.ends_at, 7) > ? THEN days_before(a.ends_at, 7) END
            WHERE a.id IN (
                SELECT id FROM asset WHERE warn_at <= ? AND ends_at > ?
                ORDER BY warn_at LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING a.id, a.shop, a.end_reason, a.ends_at, (
                SELECT title_of(s.content || jsonb_strip_nulls(jsonb_build_object('title', d.overrides -> 'title')))
                FROM adaptation d JOIN story s ON s.id = d.story
                WHERE d.shop = a.shop AND d.overrides -> 'assets' @> to_jsonb(a.id::text)
                ORDER BY d.id DESC LIMIT 1) AS title""";

    private final TellFeed tell;
    private final Clock clock;

    EndingAssets(TellFeed tell, Clock clock) {
        this.tell = tell;
        this.clock = clock;
    }

    /** One round: every file whose warning is due. */
    void run() {
        tell.all("Files that will end", TellFeed.WORK, this::due);
    }

    private List<NewEvent> due(Connection connection) throws SQLException {
        Instant now = clock.instant();
        OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
        List<NewEvent> events = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(WARN)) {
            update.setObject(1, moment);
            update.setObject(2, moment);
            update.setObject(3, moment);
            update.setInt(4, TellFeed.BATCH);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    events.add(warning(row, now));
                }
            }
        }
        return events;
    }

    private static NewEvent warning(ResultSet row, Instant now) throws SQLException {
        AssetEnd end =
                new AssetEnd(row.getObject("ends_at", OffsetDateTime.class).toInstant(), row.getString("end_reason"));
        return new AssetEnding(row.getObject("id", UUID.class), row.getString("shop"), end)
                .warning(EndingStory.days(end, now), row.getString("title"));
    }
}
