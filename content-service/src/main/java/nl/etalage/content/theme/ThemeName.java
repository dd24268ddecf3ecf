package nl.etalage.content.theme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a theme is called.
 *
 * @param nl in Dutch
 * @param en in English; null where the Dutch name does for both
 */
@Schema(name = "ThemeName")
public record ThemeName(
        @Schema(maxLength = 60, examples = "Koffie") String nl,
        @Schema(maxLength = 60, nullable = true, examples = "Coffee") String en) {}
