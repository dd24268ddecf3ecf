package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.content.library.search.TextQuery;
import nl.etalage.content.library.search.WidenSearch;
import nl.etalage.paging.PageRequest;

/**
 * Reads what a shop may use. Every statement goes through the function library_visible_to: what is asked by its id
 * directly, a list by library_listed_to, which leaves one of each set of translations.
 */
@ApplicationScoped
class ReadLibrary {

    static final String SHOWN =
            """
            SELECT i.story, i.revision, i.appeared_at, greatest(i.updated_at, d.changed_at) AS updated_at, i.campaigns,
                d.id AS adaptation, d.overrides,""";

    static final String JOINED = """
            LEFT JOIN adaptation d ON d.story = i.story AND d.shop = ?""";

    private static final String SAID = "JOIN story_revision r ON r.story = i.story AND r.number = i.revision";
    private static final String CONTENTS =
            """
            SELECT r.story, r.content FROM unnest(?, ?) i (story, revision)
            JOIN story_revision r ON r.story = i.story AND r.number = i.revision""";

    static final String LISTED = "FROM library_listed_to(?, ?) i";
    private static final String VISIBLE = "FROM library_visible_to(?, ?) i";
    private static final String AFTER = "WHERE (i.appeared_at, i.story) < (?, ?)";
    static final String NEWEST = "ORDER BY i.appeared_at DESC, i.story DESC LIMIT ?";
    static final String MATCHES = "i.words @@ CAST(? AS tsquery)";

    /** A plan made for any words would be one for none: how many stories have them decides where to begin. */
    private static final String PLANNED_FOR_THESE = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)";

    /** Index look-ups only: this is what a webshop asks every few minutes. */
    private static final String STAND =
            """
            SELECT coalesce((SELECT position FROM event_feed WHERE name = 'library'), 0) || '|'
                || coalesce((SELECT max(visible_from)::text FROM library_item WHERE visible_from <= ?), '') || '|'
                || coalesce((SELECT max(visible_until)::text FROM library_item WHERE visible_until <= ?), '') || '|'
                || (SELECT version FROM theme_stand) || '|'
                || coalesce((SELECT locale FROM shop WHERE kind = 'central' ORDER BY slug LIMIT 1), '') || '|'
                || coalesce((SELECT version FROM shop_library WHERE shop = ?), 0)""";

    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.MAX;
    private static final UUID LAST = new UUID(-1, -1);

    private final DataSource dataSource;
    private final WidenSearch search;
    private final RankMatches rank;

    ReadLibrary(DataSource dataSource, WidenSearch search, RankMatches rank) {
        this.dataSource = dataSource;
        this.search = search;
        this.rank = rank;
    }

    /** A place to go on after. */
    record After(long place, OffsetDateTime appeared, UUID story) {

        static After of(PageRequest page, long first) {
            return page.first()
                    ? new After(first, END_OF_TIME, LAST)
                    : new After(
                            Long.parseLong(page.after().get(0)),
                            OffsetDateTime.parse(page.after().get(1)),
                            UUID.fromString(page.after().get(2)));
        }
    }

    /** In the order asked, one more than the page holds. */
    List<FoundStory> page(LibraryPull pull, PageRequest page) {
        List<Clause> asked = pull.filter().clauses();
        String typed = pull.filter().search();
        Optional<TextQuery> query = typed == null ? Optional.empty() : search.of(typed);
        if (typed != null && query.isEmpty()) {
            return List.of();
        }
        try (Connection connection = dataSource.getConnection()) {
            if (query.isEmpty()) {
                return newest(connection, pull, page, asked);
            }
            plannedForThese(connection);
            if (pull.filter().order() != SortOrder.RELEVANCE) {
                asked.add(Clause.of(MATCHES, query.get().wide()));
                return newest(connection, pull, page, asked);
            }
            RankMatches.Asked best =
                    new RankMatches.Asked(pull, After.of(page, Long.MAX_VALUE), page.limit() + 1, query.get());
            List<FoundStory> found = rank.page(connection, best);
            return found.isEmpty() ? rank.page(connection, best.loosely()) : found;
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be read", failure);
        }
    }

    /** Part after part of the order; the place of a part is the lower the later it comes. */
    private static List<FoundStory> newest(
            Connection connection, LibraryPull pull, PageRequest page, List<Clause> asked) throws SQLException {
        List<Clause> parts = pull.filter().order().parts(pull.shop().slug(), pull.today());
        After after = After.of(page, 0);
        List<FoundStory> rows = new ArrayList<>();
        for (int part = (int) -after.place(); part < parts.size() && rows.size() <= page.limit(); part++) {
            LibraryStatement statement = new LibraryStatement()
                    .then(SHOWN)
                    .then("CAST(? AS bigint) AS place", (long) -part)
                    .then(LISTED, pull.shop().slug(), pull.now())
                    .then(JOINED, pull.shop().slug())
                    .then(AFTER, after.appeared(), after.story())
                    .and(asked)
                    .and(List.of(parts.get(part)))
                    .then(NEWEST, page.limit() + 1 - rows.size());
            rows.addAll(rows(connection, statement));
            after = new After(0, END_OF_TIME, LAST);
        }
        return rows;
    }

    /** Those of the stories that the shop may use, with what they say; in no order. */
    List<LibraryRow> some(String shop, Collection<UUID> stories, Instant now) {
        List<LibraryRow> rows = new ArrayList<>();
        String[] ids = stories.stream().map(UUID::toString).toArray(String[]::new);
        LibraryStatement statement = new LibraryStatement()
                .then(SHOWN)
                .then("0 AS place, r.content")
                .then(VISIBLE, shop, now)
                .then(JOINED, shop)
                .then(SAID)
                .then("WHERE i.story = ANY (CAST(CAST(? AS text[]) AS uuid[]))", (Object) ids);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = statement.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(LibraryRow.of(FoundStory.of(row), row.getString("content")));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be read", failure);
        }
    }

    /** With what they say, in the same order. */
    List<LibraryRow> withContent(List<FoundStory> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> contents = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(CONTENTS)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", found.stream().map(FoundStory::story).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "int4", found.stream().map(FoundStory::revision).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    contents.put(row.getObject("story", UUID.class), row.getString("content"));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be read", failure);
        }
        return found.stream()
                .map(story -> LibraryRow.of(story, contents.get(story.story())))
                .toList();
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

    static void plannedForThese(Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(PLANNED_FOR_THESE)) {
            set.execute();
        }
    }

    private static List<FoundStory> rows(Connection connection, LibraryStatement statement) throws SQLException {
        List<FoundStory> rows = new ArrayList<>();
        try (PreparedStatement select = statement.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(FoundStory.of(row));
            }
        }
        return rows;
    }
}
