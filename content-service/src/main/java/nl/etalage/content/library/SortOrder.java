package nl.etalage.content.library;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.etalage.content.story.Season;

/**
 * In which order a library is read. An order is one part after another, and newest first within each, so that every part
 * is read from an index to its last item.
 */
enum SortOrder {
    /** What has the words themselves before what has others, of the newest {@value RankMatches#MOST} that match. */
    RELEVANCE("relevance"),
    NEWEST("newest"),
    /** What is for this time of year first. */
    SEASON("season") {
        @Override
        List<Clause> parts(String shop, LocalDate today) {
            String[] running =
                    Season.on(today).stream().map(StoryFacet.SEASON::with).toArray(String[]::new);
            return List.of(
                    Clause.of("i.facets && CAST(? AS text[])", (Object) running),
                    Clause.of("NOT (i.facets && CAST(? AS text[]))", (Object) running));
        }
    },
    /** What the shop has no version of first. */
    NOT_ADAPTED("not-adapted") {
        @Override
        List<Clause> parts(String shop, LocalDate today) {
            return List.of(
                    Clause.of("NOT EXISTS (SELECT FROM adaptation o WHERE o.story = i.story AND o.shop = ?)", shop),
                    Clause.of("i.story IN (SELECT o.story FROM adaptation o WHERE o.shop = ?)", shop));
        }
    };

    private final String word;

    SortOrder(String word) {
        this.word = word;
    }

    /** The conditions of its parts, in their order; a story is in one of them. */
    List<Clause> parts(String shop, LocalDate today) {
        return List.of(Clause.of("true"));
    }

    static Optional<SortOrder> of(String word) {
        return Arrays.stream(values()).filter(order -> order.word.equals(word)).findFirst();
    }
}
