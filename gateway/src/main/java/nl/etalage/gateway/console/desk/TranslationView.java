package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * The page on which a translation begins.
 *
 * @param free languages in which the story is not there yet
 * @param languages those in which it is
 * @param key idempotency key of the form
 * @param complaint why it was not begun; null when all is well
 */
record TranslationView(Head head, List<FieldView.Option> free, Languages languages, String key, String complaint) {}
