package nl.etalage.content.theme;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A theme to be.
 *
 * @param key what stories keep, which never changes: small letters, digits and hyphens; made of the Dutch name when left
 *     out
 * @param synonyms other words for it, at most 30; each belongs to one theme
 */
@Schema(name = "NewTheme")
public record NewTheme(
        @Schema(maxLength = 60, nullable = true, examples = "koffie") String key,
        ThemeName name,
        @Schema(examples = "[\"bakkie\", \"espresso\"]") List<String> synonyms) {

    public NewTheme {
        synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
    }

    ThemeContent content() {
        return new ThemeContent(name, synonyms, ThemeState.ACTIVE);
    }
}
