package nl.etalage.scheduling.recall;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.paging.PageRequest;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.platform.PlatformName;
import nl.etalage.scheduling.publication.PublicationState;

/** Reads recalls, with the publications that row-level security lets the caller see. */
@ApplicationScoped
class ListRecalls {

    private static final Set<PublicationState> LIVE = Set.of(
            PublicationState.PUBLISHING,
            PublicationState.PUBLISHED,
            PublicationState.UNKNOWN,
            PublicationState.REMOVING);

    /** In the place of a picture where the story itself was taken back, so that there is one order. */
    private static final UUID NO_PICTURE = new UUID(0, 0);

    private static final String RECALLS =
            """
            WITH asked AS (
                SELECT CAST(? AS uuid) AS story, CAST(? AS timestamptz) AS at, CAST(? AS uuid) AS before,
                       CAST(? AS uuid) AS picture, CAST(? AS boolean) AS every, CAST(? AS text) AS shop,
                       CAST(? AS integer) AS most),
            listed AS (
                (SELECT r.story, CAST('00000000-0000-0000-0000-000000000000' AS uuid) AS picture, r.revision, r.reason,
                        r.at, r.lifted_at
                   FROM asked JOIN recall r ON (r.at, r.story) <= (asked.at, asked.before)
                  WHERE (asked.story IS NULL OR r.story = asked.story)
                    AND ((r.at, r.story) < (asked.at, asked.before)
                         OR CAST('00000000-0000-0000-0000-000000000000' AS uuid) < asked.picture)
                    AND (asked.every OR EXISTS (
                        SELECT 1 FROM publication own
                         WHERE own.story = r.story AND (asked.shop IS NULL OR own.shop = asked.shop)))
                  ORDER BY r.at DESC, r.story DESC LIMIT (SELECT most FROM asked))
                 UNION ALL
                (SELECT r.story, r.asset, r.revision, r.reason, r.at, r.lifted_at
                   FROM asked JOIN picture_recall r ON (r.at, r.story, r.asset) < (asked.at, asked.before, asked.picture)
                  WHERE (asked.story IS NULL OR r.story = asked.story)
                    AND (asked.every OR EXISTS (
                        SELECT 1 FROM publication own
                         WHERE own.story = r.story AND own.ended_picture = r.asset
                           AND (asked.shop IS NULL OR own.shop = asked.shop)))
                  ORDER BY r.at DESC, r.story DESC, r.asset DESC LIMIT (SELECT most FROM asked))
                 ORDER BY at DESC, story DESC, picture DESC LIMIT (SELECT most FROM asked))
            SELECT r.story, r.picture, r.revision, r.reason, r.at, r.lifted_at,
                   count(p.id) FILTER (WHERE p.state = 'recalled') AS stopped,
                   count(p.id) FILTER (WHERE p.state IN ('proposed', 'awaiting-approval', 'scheduled')) AS stopping,
                   count(p.id) FILTER (WHERE p.state IN ('publishing', 'published', 'unknown', 'removing')) AS live,
                   count(p.id) FILTER (WHERE p.state = 'removed') AS removed
              FROM asked CROSS JOIN listed r
              LEFT JOIN publication p ON p.story = r.story
                   AND (r.picture = '00000000-0000-0000-0000-000000000000' OR p.ended_picture = r.picture)
                   AND (asked.shop IS NULL OR p.shop = asked.shop)
                   -- A shop to try things with is in nobody's figures but its own.
                   AND (asked.shop IS NOT NULL
                        OR NOT EXISTS (SELECT 1 FROM shop tried WHERE tried.slug = p.shop AND tried.sandbox))
             GROUP BY r.story, r.picture, r.revision, r.reason, r.at, r.lifted_at
             ORDER BY r.at DESC, r.story DESC, r.picture DESC""";
    private static final String PUBLICATIONS =
            """
            SELECT p.id, p.shop, coalesce(s.sandbox, false) AS sandbox, p.channel, p.platform, c.account, p.state,
                   p.removal, p.permalink, p.at
              FROM publication p JOIN channel c ON c.id = p.channel LEFT JOIN shop s ON s.slug = p.shop
             WHERE p.story = ? AND (?::uuid IS NULL OR p.ended_picture = ?) AND (?::text IS NULL OR p.shop = ?)
               AND p.state IN ('publishing', 'published', 'unknown', 'removing', 'removed', 'recalled')
             ORDER BY p.id DESC LIMIT 100""";

    private final DataSource dataSource;

    ListRecalls(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What is asked.
     *
     * @param story one story, or null for all
     * @param shop one shop, or null for all the caller sees
     * @param all whether recalls without any publication are listed too
     */
    record Question(UUID story, String shop, boolean all) {}

    /** Newest first, one more than the page holds. */
    List<RecallView> list(Question question, PageRequest page) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(RECALLS)) {
            // Later than any recall can be; PostgreSQL's own infinity has no place in a Java instant.
            Instant before = page.first()
                    ? Instant.parse("9999-01-01T00:00:00Z")
                    : Instant.parse(page.after().get(0));
            select.setObject(1, question.story());
            Sql.set(select, 2, before);
            select.setObject(3, before(page, 1));
            select.setObject(4, before(page, 2));
            select.setBoolean(5, question.all());
            select.setString(6, question.shop());
            select.setInt(7, page.limit() + 1);
            List<RecallView> recalls = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    recalls.add(recall(connection, row, question.shop()));
                }
            }
            return recalls;
        } catch (SQLException failure) {
            throw new IllegalStateException("Recalls could not be read", failure);
        }
    }

    /** What a recall is known by beside its story, in the order of the list. */
    static UUID picture(RecallView recall) {
        return recall.picture() == null ? NO_PICTURE : recall.picture();
    }

    private static UUID before(PageRequest page, int place) {
        return page.first() ? new UUID(-1, -1) : UUID.fromString(page.after().get(place));
    }

    private static RecallView recall(Connection connection, ResultSet row, String shop) throws SQLException {
        UUID story = row.getObject("story", UUID.class);
        UUID listed = row.getObject("picture", UUID.class);
        UUID picture = NO_PICTURE.equals(listed) ? null : listed;
        return new RecallView(
                story,
                picture,
                row.getInt("revision"),
                row.getString("reason"),
                Sql.instant(row, "at"),
                Sql.instant(row, "lifted_at"),
                row.getLong("stopped"),
                row.getLong("stopping"),
                row.getLong("live"),
                row.getLong("removed"),
                publications(connection, story, picture, shop));
    }

    private static List<RecalledPublication> publications(Connection connection, UUID story, UUID picture, String shop)
            throws SQLException {
        List<RecalledPublication> publications = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(PUBLICATIONS)) {
            select.setObject(1, story);
            select.setObject(2, picture);
            select.setObject(3, picture);
            select.setString(4, shop);
            select.setString(5, shop);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    PublicationState state = PublicationState.of(row.getString("state"));
                    publications.add(new RecalledPublication(
                            row.getObject("id", UUID.class),
                            row.getString("shop"),
                            row.getBoolean("sandbox"),
                            row.getObject("channel", UUID.class),
                            PlatformName.of(row.getString("platform")),
                            row.getString("account"),
                            state,
                            LIVE.contains(state),
                            row.getString("removal"),
                            row.getString("permalink"),
                            Sql.instant(row, "at")));
                }
            }
        }
        return publications;
    }
}
