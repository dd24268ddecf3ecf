package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.etalage.content.library.search.TextQuery;
import nl.etalage.content.library.search.WidenSearch;

/**
 * Counts what there is to choose from. The newest of what is asked are counted whole, which is everything in most
 * networks; of a larger library, what comes less than a thousand times among those, or not at all, is counted by itself,
 * no further than that thousand.
 */
@ApplicationScoped
class CountFacets {

    /** More values of one facet than this are no choice any more. */
    private static final int MOST_VALUES = 50;

    private static final String TOTAL = "total";

    private static final String SAMPLED =
            """
            WITH sample AS MATERIALIZED (SELECT i.facets FROM library_listed_to(?, ?) i WHERE true""";
    private static final String COUNTED =
            """
            ORDER BY i.appeared_at DESC, i.story DESC LIMIT ?)
            SELECT 'total' AS facet, count(*) AS stories FROM sample
            UNION ALL
            SELECT facet, count(*) FROM sample CROSS JOIN LATERAL unnest(facets) facet GROUP BY facet""";

    private static final String ONE =
            """
            SELECT c.facet, (SELECT count(*) FROM (
                SELECT FROM library_listed_to(?, ?) i WHERE i.facets @> ARRAY[c.facet]""";
    private static final String OF_EACH = "LIMIT ?) few) AS stories FROM unnest(CAST(? AS text[])) c (facet)";

    private final DataSource dataSource;
    private final WidenSearch search;
    private final LibrarySettings settings;

    CountFacets(DataSource dataSource, WidenSearch search, LibrarySettings settings) {
        this.dataSource = dataSource;
        this.search = search;
        this.settings = settings;
    }

    LibraryFacets of(LibraryPull pull) {
        List<Clause> asked = pull.filter().clauses();
        String typed = pull.filter().search();
        if (typed != null) {
            Optional<TextQuery> query = search.of(typed);
            asked.add(query.map(text -> Clause.of("i.words @@ CAST(? AS tsquery)", text.wide()))
                    .orElse(Clause.of("false")));
        }
        try (Connection connection = dataSource.getConnection()) {
            ReadLibrary.plannedForThese(connection);
            Map<String, Long> counts = Map.of();
            long total = 0;
            for (int most : settings.countWindows()) {
                counts = sample(connection, pull, asked, most);
                total = counts.remove(TOTAL);
                if (total < most) {
                    return new LibraryFacets(LibraryFacets.Count.of(total), facets(counts));
                }
            }
            List<String> looked = uncertain(counts);
            looked.addAll(unseen(counts, KnownFacets.of(connection, pull.shop())));
            counts.putAll(each(connection, pull, asked, looked.toArray(String[]::new)));
            counts.values().removeIf(stories -> stories == 0);
            return new LibraryFacets(LibraryFacets.Count.of(total), facets(counts));
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be counted", failure);
        }
    }

    private static Map<String, Long> sample(Connection connection, LibraryPull pull, List<Clause> asked, int most)
            throws SQLException {
        return counts(
                connection,
                new LibraryStatement()
                        .then(SAMPLED, pull.shop().slug(), pull.now())
                        .and(asked)
                        .then(COUNTED, most));
    }

    private static Map<String, Long> each(Connection connection, LibraryPull pull, List<Clause> asked, String[] facets)
            throws SQLException {
        return counts(
                connection,
                new LibraryStatement()
                        .then(ONE, pull.shop().slug(), pull.now())
                        .and(asked)
                        .then(OF_EACH, LibraryFacets.EXACT + 1, facets));
    }

    /** The commonest of each facet of which there may be more than were seen. */
    private static List<String> uncertain(Map<String, Long> counts) {
        return Arrays.stream(StoryFacet.values())
                .flatMap(facet -> commonest(counts, facet).stream())
                .filter(entry -> entry.getValue() <= LibraryFacets.EXACT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What only older stories may have, of each facet that has room for more values. */
    private static List<String> unseen(Map<String, Long> counts, List<String> known) {
        Set<StoryFacet> full = Arrays.stream(StoryFacet.values())
                .filter(facet -> commonest(counts, facet).size() == MOST_VALUES)
                .collect(Collectors.toSet());
        return known.stream()
                .filter(value -> !counts.containsKey(value))
                .filter(value -> StoryFacet.named(value).stream().noneMatch(full::contains))
                .toList();
    }

    private static List<LibraryFacets.Facet> facets(Map<String, Long> counts) {
        List<LibraryFacets.Facet> facets = new ArrayList<>();
        for (StoryFacet facet : StoryFacet.values()) {
            facets.add(new LibraryFacets.Facet(
                    facet.word(),
                    commonest(counts, facet).stream()
                            .map(entry -> value(entry.getKey(), entry.getValue()))
                            .toList()));
        }
        return facets;
    }

    private static LibraryFacets.Value value(String facet, long stories) {
        LibraryFacets.Count count = LibraryFacets.Count.of(stories);
        return new LibraryFacets.Value(StoryFacet.value(facet), null, count.count(), count.shown());
    }

    private static List<Map.Entry<String, Long>> commonest(Map<String, Long> counts, StoryFacet facet) {
        return counts.entrySet().stream()
                .filter(entry -> StoryFacet.named(entry.getKey()).equals(Optional.of(facet)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .toList();
    }

    private static Map<String, Long> counts(Connection connection, LibraryStatement statement) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (PreparedStatement select = statement.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                counts.put(row.getString("facet"), row.getLong("stories"));
            }
        }
        return counts;
    }
}
