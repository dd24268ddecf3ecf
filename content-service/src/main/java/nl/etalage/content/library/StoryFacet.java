package nl.etalage.content.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.etalage.content.ops.StoredJson;
import nl.etalage.content.story.Season;
import nl.etalage.content.story.StoryContent;

/** By what stories are chosen and counted. */
enum StoryFacet {
    TYPE("type"),
    FUNCTION("function"),
    AUDIENCE("audience"),
    THEME("theme"),
    SEASON("season"),
    /** By its own numbers, its brand or its supplier. */
    PRODUCT("product"),
    LOCALE("locale"),
    OWNER("owner");

    private static final String SEPARATOR = ":";

    private final String word;

    StoryFacet(String word) {
        this.word = word;
    }

    /** The name in the API and in the database. */
    String word() {
        return word;
    }

    /** As it stands in library_item. */
    String with(String value) {
        return word + SEPARATOR + value;
    }

    /** All of a story. */
    static List<String> of(StoryContent content) {
        List<String> facets = new ArrayList<>();
        facets.add(TYPE.with(content.type().word()));
        content.functions().forEach(function -> facets.add(FUNCTION.with(word(function))));
        content.audience().forEach(audience -> facets.add(AUDIENCE.with(word(audience))));
        content.themes().forEach(theme -> facets.add(THEME.with(theme)));
        Season.of(content).forEach(season -> facets.add(SEASON.with(season)));
        content.products().stream()
                .flatMap(product -> NamedProduct.names(product).keySet().stream())
                .forEach(key -> facets.add(PRODUCT.with(key)));
        if (content.locale() != null) {
            facets.add(LOCALE.with(content.locale()));
        }
        facets.add(OWNER.with(content.owner()));
        return facets.stream().distinct().toList();
    }

    /** Which facet a row's text is of. */
    static Optional<StoryFacet> named(String facet) {
        return find(facet.substring(0, facet.indexOf(SEPARATOR)));
    }

    /** The facet of this name. */
    static StoryFacet of(String name) {
        return find(name).orElseThrow();
    }

    private static Optional<StoryFacet> find(String name) {
        return Arrays.stream(values()).filter(known -> known.word.equals(name)).findFirst();
    }

    /** The value in a row's text. */
    static String value(String facet) {
        return facet.substring(facet.indexOf(SEPARATOR) + 1);
    }

    /** As the API writes it. */
    static String word(Enum<?> value) {
        return StoredJson.MAPPER.convertValue(value, String.class);
    }
}
