package nl.etalage.content.theme;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A theme of the network's list.
 *
 * @param key what stories keep; never changes
 * @param synonyms other words for it
 */
@Schema(name = "Theme")
public record ThemeView(
        @Schema(examples = "koffie") String key,
        ThemeName name,
        List<String> synonyms,
        ThemeState state,
        long version) {

    static ThemeView of(Theme theme) {
        return new ThemeView(theme.key(), theme.name(), theme.content().synonyms(), theme.state(), theme.version());
    }
}
