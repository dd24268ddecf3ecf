package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.theme.ThemeWords;
import nl.etalage.problem.Sentences;

/** Calls themes and seasons in counts by their names. */
@ApplicationScoped
class NameFacets {

    private final ThemeWords themes;

    NameFacets(ThemeWords themes) {
        this.themes = themes;
    }

    /** The same counts, with names in a language. */
    LibraryFacets in(Sentences language, LibraryFacets counted) {
        return new LibraryFacets(
                counted.total(),
                counted.facets().stream().map(facet -> named(language, facet)).toList());
    }

    private LibraryFacets.Facet named(Sentences language, LibraryFacets.Facet facet) {
        if (facet.name().equals(StoryFacet.THEME.word())) {
            Map<String, String> names = themes.names(
                    facet.values().stream().map(LibraryFacets.Value::value).toList(), language.language());
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
