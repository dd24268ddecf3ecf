package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.theme.ThemeWords;
import nl.etalage.problem.Sentences;

/** Calls what is counted by its name. */
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
        StoryFacet of = StoryFacet.of(facet.name());
        return switch (of) {
            case THEME -> with(facet, themes.names(values, language.language())::get);
            case PRODUCT -> with(facet, products.names(pull, values)::get);
            case TYPE, FUNCTION, AUDIENCE, SEASON -> with(facet, value -> word(language, of, value));
            case LOCALE -> with(facet, value -> Locale.forLanguageTag(value).getDisplayName(language.language()));
            case OWNER -> with(facet, value -> StoryContent.NETWORK.equals(value) ? word(language, of, value) : null);
        };
    }

    private static String word(Sentences language, StoryFacet of, String value) {
        return language.sentence(ContentProblem.BUNDLE, of.with(value).replace(':', '.'), List.of());
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
