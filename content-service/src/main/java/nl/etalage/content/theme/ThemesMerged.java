package nl.etalage.content.theme;

/**
 * A theme became part of another, in the transaction that is running.
 *
 * @param gone key that no story has from now on
 * @param stays key that they have instead
 */
public record ThemesMerged(String gone, String stays) {}
