package nl.etalage.scheduling.ending;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.etalage.scheduling.ops.Sql;

/**
 * A shop that planned or published a story that will end.
 *
 * @param publication what to show: the first that is planned after the end, else the newest
 * @param text of that one
 * @param late those planned after the end, the first to come first
 */
record UsingShop(String slug, UUID publication, String text, List<String> late) {

    /** More than these are counted, not named; read one more to know that there are. */
    private static final int MOST_LATE = 100;

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("d-M-yyyy HH:mm");

    private static final String SHOPS =
            """
            SELECT s.shop, shown.id, left(shown.text, 200) AS text
              FROM (SELECT DISTINCT shop FROM publication
                     WHERE story = ? AND shop > ?
                       AND state IN ('proposed', 'awaiting-approval', 'scheduled', 'publishing', 'published', 'unknown')
                     ORDER BY shop LIMIT ?) s
             CROSS JOIN LATERAL (
                    SELECT p.id, p.text FROM publication p
                     WHERE p.story = ? AND p.shop = s.shop
                       AND p.state IN ('proposed', 'awaiting-approval', 'scheduled', 'publishing', 'published', 'unknown')
                     ORDER BY CASE WHEN p.at >= ? AND p.state IN ('proposed', 'awaiting-approval', 'scheduled')
                                   THEN p.at END NULLS LAST, p.at DESC
                     LIMIT 1) shown
             ORDER BY s.shop""";
    /** The wall clock from the moment and the zone: the column of the local time is for Hibernate, which shifts it. */
    private static final String LATE =
            """
            SELECT p.at AT TIME ZONE p.time_zone AS local_time, c.account FROM publication p JOIN channel c ON c.id = p.channel
             WHERE p.story = ? AND p.shop = ? AND p.at >= ?
               AND p.state IN ('proposed', 'awaiting-approval', 'scheduled')
             ORDER BY p.at, p.id LIMIT ?""";

    /** The next so many shops of a story, by slug. */
    static List<UsingShop> after(Connection connection, EndingStory story, int most) throws SQLException {
        List<UsingShop> shops = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SHOPS)) {
            select.setObject(1, story.story());
            select.setString(2, story.toldUntil());
            select.setInt(3, most);
            select.setObject(4, story.story());
            Sql.set(select, 5, story.endsAt());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String slug = row.getString("shop");
                    shops.add(new UsingShop(
                            slug,
                            row.getObject("id", UUID.class),
                            row.getString("text"),
                            late(connection, story, slug)));
                }
            }
        }
        return shops;
    }

    private static List<String> late(Connection connection, EndingStory story, String shop) throws SQLException {
        List<String> late = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LATE)) {
            select.setObject(1, story.story());
            select.setString(2, shop);
            Sql.set(select, 3, story.endsAt());
            select.setInt(4, MOST_LATE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String moment =
                            row.getObject("local_time", LocalDateTime.class).format(SPOKEN);
                    late.add(moment + " (" + row.getString("account") + ")");
                }
            }
        }
        return late;
    }
}
