package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * What kind of story is begun.
 *
 * @param key idempotency key: pressing twice begins one story
 * @param complaint why it was not begun; null when all is well
 */
record BeginView(List<FieldView.Option> types, String key, String complaint) {}
