package nl.etalage.content.library;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.etalage.content.Findings;
import nl.etalage.content.productkey.LookupKeys;
import nl.etalage.content.story.Audience;
import nl.etalage.content.story.Season;
import nl.etalage.content.story.StoryFunction;
import nl.etalage.content.story.StoryType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which stories of a library are asked for, and in which order. */
public class LibraryFilter {

    private static final String FACETS = "i.facets @> CAST(? AS text[])";
    private static final String ANY_FACET = "i.facets && CAST(? AS text[])";

    /** By whatever word the theme is known. */
    private static final String OF_THEME = "i.facets @> ARRAY['theme:' || theme_key(CAST(? AS text))]";

    @QueryParam("q")
    @Parameter(
            description = "Words to find, in Dutch or English: also half a word, misspelt, or in other words. Words"
                    + " between quotation marks stand together, one with a minus before it is not there.")
    @Size(max = 200)
    String words;

    @QueryParam("type")
    @Parameter(description = "A type of story, such as maker")
    String type;

    @QueryParam("function")
    @Parameter(description = "What it is for, such as awareness")
    String function;

    @QueryParam("audience")
    @Parameter(description = "Whom it is for, such as customers")
    String audience;

    @QueryParam("theme")
    @Parameter(description = "A theme by its key, name or synonym, such as koffie")
    @Size(max = 200)
    String theme;

    @QueryParam("season")
    @Parameter(description = "A time of year it is for, such as kerst")
    String season;

    @QueryParam("product")
    @Parameter(
            description =
                    "A product: the number under its bars, or gtin:, sku:, brand:, supplier: or article: with what"
                            + " it is called, such as brand:Estrela Cacau; of an article its supplier, a slash and the number")
    @Size(max = 400)
    String product;

    @QueryParam("locale")
    @Parameter(description = "A language, such as nl")
    @Size(max = 60)
    String locale;

    @QueryParam("owner")
    @Parameter(description = "network, or the slug of a group of shops: its own library")
    @Size(max = 60)
    String owner;

    @QueryParam("campaign")
    @Parameter(description = "Id of a campaign")
    UUID campaign;

    @QueryParam("sort")
    @Parameter(
            description =
                    "newest, which it is without q; relevance, which it is with q and which ranks the newest 2,000"
                            + " that match; season, what this time of year is for first; not-adapted, what the shop has no"
                            + " version of first")
    String sort;

    /** Answers 422 to what can't be asked. */
    public final void refuseUnfit() {
        Findings findings = new Findings();
        check(findings);
        findings.refuse();
    }

    /** Adds what can't be asked. */
    void check(Findings findings) {
        choice(findings, "#type", type, StoryType.values());
        choice(findings, "#function", function, StoryFunction.values());
        choice(findings, "#audience", audience, Audience.values());
        if (season != null && Season.of(season).isEmpty()) {
            findings.add("#season", "choice");
        }
        if (product != null && LookupKeys.meant(product).isEmpty()) {
            findings.add("#product", "product.word");
        }
        if (sort != null && SortOrder.of(sort).isEmpty()) {
            findings.add("#sort", "choice");
        }
        if (SortOrder.of(sort).filter(SortOrder.RELEVANCE::equals).isPresent() && search() == null) {
            findings.add("#sort", "sort.nothing-to-rank");
        }
    }

    private static void choice(Findings findings, String pointer, String given, Enum<?>[] known) {
        if (given != null
                && Arrays.stream(known).noneMatch(one -> StoryFacet.word(one).equals(given))) {
            findings.add(pointer, "choice");
        }
    }

    /** The words; null when none are asked. */
    String search() {
        return words == null || words.isBlank() ? null : words.strip();
    }

    SortOrder order() {
        return SortOrder.of(sort).orElse(search() == null ? SortOrder.NEWEST : SortOrder.RELEVANCE);
    }

    /** What is asked but for the words, as conditions on library_item i. */
    List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        List<String> facets = new ArrayList<>();
        addIf(facets, StoryFacet.TYPE, type);
        addIf(facets, StoryFacet.FUNCTION, function);
        addIf(facets, StoryFacet.AUDIENCE, audience);
        addIf(facets, StoryFacet.SEASON, season);
        addIf(facets, StoryFacet.LOCALE, locale);
        addIf(facets, StoryFacet.OWNER, owner);
        if (!facets.isEmpty()) {
            clauses.add(Clause.of(FACETS, (Object) facets.toArray(String[]::new)));
        }
        if (product != null) {
            clauses.add(Clause.of(ANY_FACET, (Object) LookupKeys.meant(product).stream()
                    .map(StoryFacet.PRODUCT::with)
                    .toArray(String[]::new)));
        }
        if (theme != null) {
            clauses.add(Clause.of(OF_THEME, theme));
        }
        if (campaign != null) {
            clauses.add(Clause.of("i.campaigns @> ARRAY[CAST(? AS uuid)]", campaign));
        }
        return clauses;
    }

    /** What is asked, by the names of the query; without what is not asked. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "q", search());
        put(parameters, "type", type);
        put(parameters, "function", function);
        put(parameters, "audience", audience);
        put(parameters, "theme", theme);
        put(parameters, "season", season);
        put(parameters, "product", product);
        put(parameters, "locale", locale);
        put(parameters, "owner", owner);
        put(parameters, "campaign", campaign);
        put(parameters, "sort", sort);
        return parameters;
    }

    private static void addIf(List<String> facets, StoryFacet facet, String value) {
        if (value != null) {
            facets.add(facet.with(value));
        }
    }

    private static void put(Map<String, String> parameters, String name, Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
