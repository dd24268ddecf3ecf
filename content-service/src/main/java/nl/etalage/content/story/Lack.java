package nl.etalage.content.story;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something a story can't be submitted without.
 *
 * @param pointer JSON pointer to the field
 * @param detail sentence in the caller's language
 */
@Schema(name = "Lack")
public record Lack(String pointer, String detail) {}
