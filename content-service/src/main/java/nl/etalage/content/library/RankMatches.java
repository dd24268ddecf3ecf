package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.content.library.search.TextQuery;

/**
 * Ranks the newest stories that match. Looks among recent stories first: many have a common word, and reading them all
 * to find the newest takes the longer the more there are.
 */
@ApplicationScoped
class RankMatches {

    /** What matches more than this is no longer a search; the newest are ranked. */
    static final int MOST = 2_000;

    /**
     * Where the words are themselves counts for more than where others stand for them; the title most. The words are
     * copied once, as each look at them would fetch them anew.
     */
    private static final String SCORED =
            """
            SELECT f.*, count(*) OVER () AS found, floor(1e6 * ((w.words @@ CAST(? AS tsquery))::int
                + 4 * ts_rank('{0.1, 0.2, 0.5, 1.0}', w.words, CAST(? AS tsquery))
                + ts_rank('{0.1, 0.2, 0.5, 1.0}', w.words, CAST(? AS tsquery))))::bigint AS place
            FROM (SELECT i.*""";

    private static final String COPIED = "CROSS JOIN LATERAL (SELECT f.words || ''::tsvector AS words OFFSET 0) w";

    private static final String AFTER = "WHERE (s.place, s.appeared_at, s.story) < (?, ?, ?)";
    private static final String BEST_FIRST = "ORDER BY s.place DESC, s.appeared_at DESC, s.story DESC LIMIT ?";
    private static final String IN_ORDER = "ORDER BY i.place DESC, i.appeared_at DESC, i.story DESC";

    /**
     * Either the index of words or that of time leads. The planner can't tell which: it doesn't count fetching the words
     * of a story, nor how long a list of all stories with a common word is.
     */
    private static final String LED_BY =
            "SELECT set_config('enable_indexscan', ?, true), set_config('enable_bitmapscan', ?, true)";

    private static final String SAMPLE =
            "SELECT count(*) FROM (SELECT * FROM library_item ORDER BY appeared_at DESC, story DESC LIMIT ?) i WHERE";

    private static final int SAMPLED = 300;

    /**
     * Of so many in the sample on, walking the newest stories until enough match takes less than reading the list of all
     * that match: about a quarter.
     */
    private static final int COMMON = 80;

    private final RecentStories recent;

    RankMatches(RecentStories recent) {
        this.recent = recent;
    }

    /** Rows, and how many matches were ranked; 0 with no row. */
    private record Ranked(List<FoundStory> rows, long found) {}

    /**
     * A page of a search.
     *
     * @param after the place to go on after
     * @param limit most rows
     */
    record Asked(LibraryPull pull, ReadLibrary.After after, int limit, TextQuery query) {

        Asked loosely() {
            return new Asked(pull, after, limit, query.loosely());
        }
    }

    List<FoundStory> page(Connection connection, Asked asked) throws SQLException {
        Ranked ranked = ranked(connection, asked);
        led(connection, true, true);
        return ranked.rows();
    }

    private Ranked ranked(Connection connection, Asked asked) throws SQLException {
        List<Instant> starts = recent.starts(connection);
        if (!starts.isEmpty() && common(connection, asked)) {
            led(connection, true, false);
            Ranked ranked = ranked(connection, asked, since(starts.get(0)));
            if (ranked.found() >= MOST) {
                return ranked;
            }
        }
        led(connection, false, true);
        for (Instant start : starts) {
            Ranked ranked = ranked(connection, asked, since(start));
            if (ranked.found() >= MOST) {
                return ranked;
            }
        }
        return ranked(connection, asked, List.of());
    }

    private static List<Clause> since(Instant start) {
        return List.of(Clause.of("i.appeared_at >= ?", start));
    }

    private static boolean common(Connection connection, Asked asked) throws SQLException {
        led(connection, true, false);
        LibraryStatement statement = new LibraryStatement()
                .then(SAMPLE, SAMPLED)
                .then(ReadLibrary.MATCHES, asked.query().wide())
                .and(asked.pull().filter().clauses());
        try (PreparedStatement select = statement.prepare(connection);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1) >= COMMON;
        }
    }

    private static void led(Connection connection, boolean byTime, boolean byWords) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(LED_BY)) {
            set.setString(1, byTime ? "on" : "off");
            set.setString(2, byWords ? "on" : "off");
            set.execute();
        }
    }

    private static Ranked ranked(Connection connection, Asked asked, List<Clause> within) throws SQLException {
        LibraryPull pull = asked.pull();
        TextQuery query = asked.query();
        ReadLibrary.After after = asked.after();
        LibraryStatement statement = new LibraryStatement()
                .then(ReadLibrary.SHOWN)
                .then("i.place, i.found FROM (SELECT s.* FROM (")
                .then(SCORED, query.exact(), query.exact(), query.wide())
                .then(ReadLibrary.LISTED, pull.shop().slug(), pull.now())
                .then("WHERE true")
                .and(pull.filter().clauses())
                .and(List.of(Clause.of(ReadLibrary.MATCHES, query.wide())))
                .and(within)
                .then(ReadLibrary.NEWEST, MOST)
                .then(") f")
                .then(COPIED)
                .then(") s")
                .then(AFTER, after.place(), after.appeared(), after.story())
                .then(BEST_FIRST, asked.limit())
                .then(") i")
                .then(ReadLibrary.JOINED, pull.shop().slug())
                .then(IN_ORDER);
        List<FoundStory> rows = new ArrayList<>();
        long found = 0;
        try (PreparedStatement select = statement.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(FoundStory.of(row));
                found = row.getLong("found");
            }
        }
        return new Ranked(rows, found);
    }
}
