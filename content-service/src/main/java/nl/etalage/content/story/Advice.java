package nl.etalage.content.story;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that would make a story better, and may stay as it is.
 *
 * @param pointer JSON pointer to the field
 * @param detail sentence in the caller's language
 */
@Schema(name = "Advice")
public record Advice(String pointer, String detail) {}
