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
 * A shop that uses what will end: it planned or published it, or has a version of its own.
 *
 * @param publication what to show: the first that is planned after the end, else the newest; null without any
 * @param text by which the shop knows it: of that one, else the story's title
 * @param late those planned after the end, the first to come first
 */
record UsingShop(String slug, UUID publication, String text, List<String> late) {

    /** More than these are counted, not named; read one more to know that there are. */
    private static final int MOST_LATE = 100;

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("d-M-yyyy HH:mm");

    /** Without a title there is no telling a shop that posted nothing of it which story it is. */
    private static final String OF_STORY =
            """
            SELECT s.shop, shown.id, left(coalesce(shown.text, ?), 200) AS text
              FROM (SELECT used.shop FROM (
                           (SELECT DISTINCT shop FROM publication
                             WHERE story = ? AND shop %1$s ?
                               AND state IN ('proposed', 'awaiting-approval', 'scheduled', 'publishing', 'published', 'unknown')
                             ORDER BY shop LIMIT ?)
                            UNION
                           (SELECT DISTINCT shop FROM adaptation
                             WHERE story = ? AND shop %1$s ? AND state = 'open' AND CAST(? AS text) IS NOT NULL
                             ORDER BY shop LIMIT ?)) used
                     ORDER BY used.shop LIMIT ?) s
              LEFT JOIN LATERAL (
                    SELECT p.id, p.text FROM publication p
                     WHERE p.story = ? AND p.shop = s.shop
                       AND p.state IN ('proposed', 'awaiting-approval', 'scheduled', 'publishing', 'published', 'unknown')
                     ORDER BY CASE WHEN p.at >= ? AND p.state IN ('proposed', 'awaiting-approval', 'scheduled')
                                   THEN p.at END NULLS LAST, p.at DESC
                     LIMIT 1) shown ON true
             ORDER BY s.shop""";

    /**
     * All that show it are found apart from the limit, as PostgreSQL can't tell how rare a picture is. Of a story that
     * ends by then, the story's warning says more.
     */
    private static final String OF_PICTURE =
            """
            WITH shown AS MATERIALIZED (
                SELECT p.id, p.shop, p.story, p.text, p.at, p.state FROM publication p
                 WHERE p.assets @> jsonb_build_array(jsonb_build_object('id', CAST(? AS uuid)))
                   AND p.state IN ('proposed', 'awaiting-approval', 'scheduled', 'publishing', 'published', 'unknown')),
            used AS (
                SELECT shop, id, text, at, state FROM shown
                 WHERE NOT EXISTS (SELECT 1 FROM ending e
                                    WHERE e.kind = 'story' AND e.subject = shown.story AND NOT e.taken_back
                                      AND e.ends_at <= ?)
                 UNION ALL
                SELECT o.owner, NULL, o.title, NULL, NULL FROM (SELECT CAST(? AS text) AS owner, CAST(? AS text) AS title) o
                 WHERE o.owner IS NOT NULL AND o.title IS NOT NULL)
            SELECT DISTINCT ON (shop) shop, id, left(text, 200) AS text FROM used
             WHERE shop %1$s ?
             ORDER BY shop, CASE WHEN at >= ? AND state IN ('proposed', 'awaiting-approval', 'scheduled')
                                 THEN at END NULLS LAST, at DESC NULLS LAST
             LIMIT ?""";

    private static final String NEXT = ">";
    private static final String ONE = "=";

    /** The wall clock from the moment and the zone: the column of the local time is for Hibernate, which shifts it. */
    private static final String LATE =
            """
            SELECT p.at AT TIME ZONE p.time_zone AS local_time, c.account FROM publication p JOIN channel c ON c.id = p.channel
             WHERE CASE WHEN ? THEN p.story = ? ELSE p.assets @> jsonb_build_array(jsonb_build_object('id', CAST(? AS uuid))) END
               AND p.shop = ? AND p.at >= ?
               AND p.state IN ('proposed', 'awaiting-approval', 'scheduled')
             ORDER BY p.at, p.id LIMIT ?""";

    /** The next so many shops that use it, by slug. */
    static List<UsingShop> after(Connection connection, Ending ending, int most) throws SQLException {
        return read(connection, ending, NEXT, ending.toldUntil(), most);
    }

    /** This shop, if it uses it. */
    static List<UsingShop> one(Connection connection, Ending ending, String shop) throws SQLException {
        return read(connection, ending, ONE, shop, 1);
    }

    private static List<UsingShop> read(Connection connection, Ending ending, String which, String border, int most)
            throws SQLException {
        boolean story = ending.kind() == EndingKind.STORY;
        List<UsingShop> shops = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement((story ? OF_STORY : OF_PICTURE).formatted(which))) {
            if (story) {
                bindStory(select, ending, border, most);
            } else {
                bindPicture(select, ending, border, most);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String slug = row.getString("shop");
                    shops.add(new UsingShop(
                            slug,
                            row.getObject("id", UUID.class),
                            row.getString("text"),
                            late(connection, ending, slug)));
                }
            }
        }
        return shops;
    }

    private static void bindStory(PreparedStatement select, Ending ending, String border, int most)
            throws SQLException {
        select.setString(1, ending.title());
        select.setObject(2, ending.subject());
        select.setString(3, border);
        select.setInt(4, most);
        select.setObject(5, ending.subject());
        select.setString(6, border);
        select.setString(7, ending.title());
        select.setInt(8, most);
        select.setInt(9, most);
        select.setObject(10, ending.subject());
        Sql.set(select, 11, ending.endsAt());
    }

    private static void bindPicture(PreparedStatement select, Ending ending, String border, int most)
            throws SQLException {
        select.setObject(1, ending.subject());
        Sql.set(select, 2, ending.endsAt());
        select.setString(3, ending.owner());
        select.setString(4, ending.title());
        select.setString(5, border);
        Sql.set(select, 6, ending.endsAt());
        select.setInt(7, most);
    }

    private static List<String> late(Connection connection, Ending ending, String shop) throws SQLException {
        List<String> late = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LATE)) {
            select.setBoolean(1, ending.kind() == EndingKind.STORY);
            select.setObject(2, ending.subject());
            select.setObject(3, ending.subject());
            select.setString(4, shop);
            Sql.set(select, 5, ending.endsAt());
            select.setInt(6, MOST_LATE);
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
