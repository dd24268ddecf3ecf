package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.paging.PageRequest;

/** Reads what a shop may use. Every statement goes through the function library_visible_to. */
@ApplicationScoped
class ReadLibrary {

    private static final String PAGE =
            """
            SELECT i.story, i.revision, i.appeared_at, greatest(i.updated_at, d.changed_at) AS updated_at, i.campaigns,
                r.content, d.id AS adaptation, d.overrides
            FROM library_visible_to(?, ?) i
            JOIN story_revision r ON r.story = i.story AND r.number = i.revision
            LEFT JOIN adaptation d ON d.story = i.story AND d.shop = ?
            WHERE (i.appeared_at, i.story) < (?, ?)
              AND (CAST(? AS text) IS NULL OR i.type = ?)
              AND (CAST(? AS uuid) IS NULL OR i.campaigns @> ARRAY[CAST(? AS uuid)])
              AND (CAST(? AS text) IS NULL
                   OR i.words @@ (websearch_to_tsquery('dutch', ?) || websearch_to_tsquery('english', ?)))
            ORDER BY i.appeared_at DESC, i.story DESC LIMIT ?""";
    private static final String ONE =
            """
            SELECT i.story, i.revision, i.appeared_at, greatest(i.updated_at, d.changed_at) AS updated_at, i.campaigns,
                r.content, d.id AS adaptation, d.overrides
            FROM library_visible_to(?, ?) i
            JOIN story_revision r ON r.story = i.story AND r.number = i.revision
            LEFT JOIN adaptation d ON d.story = i.story AND d.shop = ?
            WHERE i.story = ?""";

    private static final String SOME =
            """
            SELECT i.story, i.revision, i.appeared_at, greatest(i.updated_at, d.changed_at) AS updated_at, i.campaigns,
                r.content, d.id AS adaptation, d.overrides
            FROM library_visible_to(?, ?) i
            JOIN story_revision r ON r.story = i.story AND r.number = i.revision
            LEFT JOIN adaptation d ON d.story = i.story AND d.shop = ?
            WHERE i.story = ANY (?)""";

    /** Index look-ups only: this is what a webshop asks every few minutes. */
    private static final String STAND =
            """
            SELECT coalesce((SELECT position FROM event_feed WHERE name = 'library'), 0) || '|'
                || coalesce((SELECT max(visible_from)::text FROM library_item WHERE visible_from <= ?), '') || '|'
                || coalesce((SELECT max(visible_until)::text FROM library_item WHERE visible_until <= ?), '') || '|'
                || coalesce((SELECT version FROM shop_library WHERE shop = ?), 0)""";

    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.MAX;

    private final DataSource dataSource;

    ReadLibrary(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The newest first, one more than the page holds. */
    List<LibraryRow> page(LibraryQuery query, PageRequest page, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            bindShop(select, query.shop, now);
            select.setObject(
                    4,
                    page.first()
                            ? END_OF_TIME
                            : OffsetDateTime.parse(page.after().get(0)));
            select.setObject(
                    5,
                    page.first()
                            ? new UUID(-1, -1)
                            : UUID.fromString(page.after().get(1)));
            select.setString(6, query.type);
            select.setString(7, query.type);
            select.setObject(8, query.campaign, Types.OTHER);
            select.setObject(9, query.campaign, Types.OTHER);
            select.setString(10, query.search());
            select.setString(11, query.search());
            select.setString(12, query.search());
            select.setInt(13, page.limit() + 1);
            return rows(select);
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be read", failure);
        }
    }

    Optional<LibraryRow> one(String shop, UUID story, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            bindShop(select, shop, now);
            select.setObject(4, story);
            return rows(select).stream().findFirst();
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be read", failure);
        }
    }

    /** Those of these stories that the shop may use, in any order. */
    List<LibraryRow> some(String shop, Collection<UUID> stories, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SOME)) {
            bindShop(select, shop, now);
            select.setArray(4, connection.createArrayOf("uuid", stories.toArray()));
            return rows(select);
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be read", failure);
        }
    }

    /** Changes whenever anything changes in what a shop may see: the position, the last time boundary, its own side. */
    String stand(String shop, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STAND)) {
            OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
            select.setObject(1, moment);
            select.setObject(2, moment);
            select.setString(3, shop);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be read", failure);
        }
    }

    private static void bindShop(PreparedStatement select, String shop, Instant now) throws SQLException {
        select.setString(1, shop);
        select.setObject(2, now.atOffset(ZoneOffset.UTC));
        select.setString(3, shop);
    }

    private static List<LibraryRow> rows(PreparedStatement select) throws SQLException {
        List<LibraryRow> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(LibraryRow.of(row));
            }
        }
        return rows;
    }
}
