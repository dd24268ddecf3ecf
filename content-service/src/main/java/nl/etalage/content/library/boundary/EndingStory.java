package nl.etalage.content.library.boundary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.etalage.content.asset.AssetEnd;
import nl.etalage.content.library.TimedChange;
import nl.etalage.eventfeed.NewEvent;

/**
 * A story that will be taken back because consent or licence of one of its files ends. Who uses it hears so 30 and 7
 * Dutch days before; at once where less is left.
 *
 * @param endsAt when it leaves
 * @param days 30 or 7: within how many it leaves
 * @param title by which a shop that posted nothing of it knows it
 */
record EndingStory(TimedChange change, Instant endsAt, int days, String title) {

    private static final int FIRST = 30;
    private static final int LAST = 7;

    private static final String WARN =
            """
            UPDATE library_item SET warn_at = CASE WHEN days_before(media_until, 7) > ?
                THEN days_before(media_until, 7) END
            WHERE story IN (
                SELECT story FROM library_item WHERE warn_at <= ? AND media_until > ?
                ORDER BY warn_at LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING story, revision, owner_group, groups, reach, only_stocked, translation_set, announced,
                media_reason, media_until, (SELECT title_of(s.content) FROM story s WHERE s.id = library_item.story) AS title""";

    /** Those whose turn it is, and notes that they were told. */
    static List<EndingStory> warn(Connection connection, OffsetDateTime now, int most) throws SQLException {
        List<EndingStory> stories = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(WARN)) {
            update.setObject(1, now);
            update.setObject(2, now);
            update.setObject(3, now);
            update.setInt(4, most);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    TimedChange change = TimedChange.of(row);
                    Instant endsAt =
                            row.getObject("media_until", OffsetDateTime.class).toInstant();
                    int days = days(new AssetEnd(endsAt, change.reason()), now.toInstant());
                    stories.add(new EndingStory(change, endsAt, days, row.getString("title")));
                }
            }
        }
        return stories;
    }

    /** Which of the warnings is due. */
    static int days(AssetEnd end, Instant now) {
        return end.within(LAST, now) ? LAST : FIRST;
    }

    /** What services hear. */
    NewEvent toEvent() {
        return new NewEvent(
                "nl.etalage.content.story.ending.v1",
                "story/" + change.story() + "/ending",
                Map.of(
                        "story",
                        change.story(),
                        "revision",
                        change.revision(),
                        "title",
                        title,
                        "reason",
                        change.warning(),
                        "endsAt",
                        endsAt.toString(),
                        "days",
                        days));
    }
}
