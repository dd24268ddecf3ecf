package nl.etalage.gateway.console.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;

/** Instants as the clock on the wall of the central group shows them. */
final class Moments {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private Moments() {}

    /** As a field for date and time has it, to the minute; empty for null. */
    static String local(String instant) {
        return instant == null || instant.isEmpty()
                ? ""
                : LocalDateTime.ofInstant(Instant.parse(instant), ZONE)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /** The time the clock skips to, when it skips this one; in spring 02.30 does not exist. */
    static Optional<LocalDateTime> afterGap(String local) {
        ZoneOffsetTransition change = ZONE.getRules().getTransition(LocalDateTime.parse(local));
        return change != null && change.isGap() ? Optional.of(change.getDateTimeAfter()) : Optional.empty();
    }

    static boolean readable(String local) {
        try {
            LocalDateTime.parse(local);
            return true;
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    /** Of a time the clock shows twice, the first. */
    static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** {@code zaterdag 5 december 2026 om 10.00 uur}. */
    static String words(String instant, Locale locale) {
        return instant == null || instant.isEmpty()
                ? ""
                : words(LocalDateTime.ofInstant(Instant.parse(instant), ZONE), locale);
    }

    static String words(LocalDateTime local, Locale locale) {
        String pattern =
                locale.getLanguage().equals("nl") ? "EEEE d MMMM yyyy 'om' HH.mm 'uur'" : "EEEE d MMMM yyyy 'at' HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(local);
    }

    /** What stands in a field, with a date or a time in words where it is one. */
    static String shown(Field.Kind kind, String value, Locale locale) {
        try {
            return switch (kind) {
                case MOMENT -> words(LocalDateTime.parse(value), locale);
                case DATE -> DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(LocalDate.parse(value));
                default -> value;
            };
        } catch (DateTimeParseException malformed) {
            return value;
        }
    }

    /** {@code 5 dec 2026, 10.00}. */
    static String brief(String instant, Locale locale) {
        String pattern = locale.getLanguage().equals("nl") ? "d MMM yyyy, HH.mm" : "d MMM yyyy, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale)
                .format(LocalDateTime.ofInstant(Instant.parse(instant), ZONE));
    }
}
