package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.theme.ThemeWords;
import nl.etalage.problem.Sentences;

/** Calls themes, seasons and products in counts by their names. */
@ApplicationScoped
class NameFacets {

    private final ThemeWords themes;
    private final NameProducts products;

    NameFacets(ThemeWords themes, NameProducts products) {
        this.themes = themes;
        this.products = products;
    }

    /** The same counts, with names in a language. */
    LibraryFacets in(Sentences language, LibraryPull pull, LibraryFacets counted) {
        return new LibraryFacets(
                counted.total(),
                counted.facets().stream()
                        .map(facet -> named(language, pull, facet))
                        .toList());
    }

    private LibraryFacets.Facet named(Sentences language, LibraryPull pull, LibraryFacets.Facet facet) {
        List<String> values =
                facet.values().stream().map(LibraryFacets.Value::value).toList();
        if (facet.name().equals(StoryFacet.THEME.word())) {
            Map<String, String> names = themes.names(values, language.language());
            return with(facet, names::get);
        }
        if (facet.name().equals(StoryFacet.PRODUCT.word())) {
            Map<String, String> names = products.names(pull, values);
            return with(facet, names::get);
        }
        return facet.name().equals(StoryFacet.SEASON.word())
                ? with(facet, season -> language.sentence(ContentProblem.BUNDLE, "season." + season, List.of()))
                : facet;
    }

    private static LibraryFacets.Facet with(LibraryFacets.Facet facet, UnaryOperator<String> name) {
        return new LibraryFacets.Facet(
                facet.name(),
                facet.values().stream()
                        .map(value -> new LibraryFacets.Value(
                                value.value(), name.apply(value.value()), value.count(), value.shown()))
                        .toList());
    }
}
