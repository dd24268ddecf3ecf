package nl.etalage.content.story;

import java.util.List;

/**
 * Advice that is not in words yet.
 *
 * @param pointer JSON pointer to the field
 * @param key of the sentence
 * @param arguments of the sentence
 */
record Hint(String pointer, String key, List<Object> arguments) {}
