package nl.etalage.content.theme;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What of a theme can change.
 *
 * @param synonyms other words for it, at most 30; each belongs to one theme
 * @param state active when left out
 */
@Schema(name = "ThemeContent")
public record ThemeContent(
        ThemeName name, @Schema(examples = "[\"bakkie\", \"espresso\"]") List<String> synonyms, ThemeState state) {

    public ThemeContent {
        synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
        state = state == null ? ThemeState.ACTIVE : state;
    }
}
