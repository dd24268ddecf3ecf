package nl.etalage.content.library;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many stories there are to choose from, by what they can be chosen by.
 *
 * @param total of what is asked
 * @param facets type, function, audience, theme, season, product, locale and owner; the commonest values first
 */
@Schema(name = "LibraryFacets")
public record LibraryFacets(Count total, List<Facet> facets) {

    /** Up to here a count is exact. */
    static final int EXACT = 1_000;

    /**
     * A number of stories.
     *
     * @param count at most 1,000
     * @param shown to show: the number, or {@code 1000+} where there are more
     */
    @Schema(name = "StoryCount")
    public record Count(int count, @Schema(examples = "12") String shown) {

        static Count of(long counted) {
            return counted > EXACT ? new Count(EXACT, EXACT + "+") : new Count((int) counted, String.valueOf(counted));
        }
    }

    /** @param name of the parameter that chooses by it */
    @Schema(name = "LibraryFacet")
    public record Facet(@Schema(examples = "theme") String name, List<Value> values) {}

    /**
     * One choice, and how many stories it leaves.
     *
     * @param value to ask for
     * @param name in the caller's language; of a product as a story writes it. A group of shops has none
     */
    @Schema(name = "LibraryFacetValue")
    public record Value(
            @Schema(examples = "koffie") String value,
            @Schema(nullable = true, examples = "Koffie") String name,
            int count,
            @Schema(examples = "12") String shown) {}
}
