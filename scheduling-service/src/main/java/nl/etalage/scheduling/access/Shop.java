package nl.etalage.scheduling.access;

import java.time.ZoneId;
import java.util.Locale;

/**
 * What this service knows of a shop.
 *
 * @param slug its id
 * @param active whether it takes part; a closed shop publishes nothing
 * @param sandbox whether it is a shop to try things with, which publishes to the stand-in platform only
 * @param locale language its people read, such as {@code nl-NL}
 */
public record Shop(String slug, boolean active, boolean sandbox, ZoneId zone, Locale locale) {}
