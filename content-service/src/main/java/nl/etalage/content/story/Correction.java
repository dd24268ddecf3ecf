package nl.etalage.content.story;

/**
 * Why a released story changes.
 *
 * @param note for whoever uses the story, 1 to 1,000 characters
 */
public record Correction(String note, Severity severity) {}
