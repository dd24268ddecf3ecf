package nl.etalage.content.theme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which theme another becomes part of.
 *
 * @param into key of the theme that stays
 */
@Schema(name = "ThemeMerge")
public record ThemeMerge(@Schema(maxLength = 60, examples = "koffie") String into) {}
