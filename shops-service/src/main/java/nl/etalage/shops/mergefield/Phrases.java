package nl.etalage.shops.mergefield;

import java.util.List;
import java.util.Locale;
import nl.etalage.shops.shop.Weekday;

/** How a language writes days and hours in running text. */
enum Phrases {
    /** "di t/m vr 9.00-12.00 en 13.00-17.30 uur". */
    DUTCH("nl", "t/m", "en", "elke dag", List.of("ma", "di", "wo", "do", "vr", "za", "zo")) {
        @Override
        String clock(int hour, int minute) {
            return String.format(Locale.ROOT, "%d.%02d", hour, minute);
        }

        @Override
        String line(String days, String hours) {
            return days + " " + hours + " uur";
        }
    },
    /** "Tue to Fri 9:00-12:00 and 13:00-17:30". */
    ENGLISH("en", "to", "and", "every day", List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")) {
        @Override
        String clock(int hour, int minute) {
            return String.format(Locale.ROOT, "%d:%02d", hour, minute);
        }

        @Override
        String line(String days, String hours) {
            return days + " " + hours;
        }
    };

    private final String language;
    private final String until;
    private final String and;
    private final String everyDay;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that nobody can change.
    private final List<String> days;

    Phrases(String language, String until, String and, String everyDay, List<String> days) {
        this.language = language;
        this.until = until;
        this.and = and;
        this.everyDay = everyDay;
        this.days = days;
    }

    abstract String clock(int hour, int minute);

    abstract String line(String days, String hours);

    /** Two-letter code, ISO 639. */
    String language() {
        return language;
    }

    String everyDay() {
        return everyDay;
    }

    String day(Weekday day) {
        return days.get(day.number() - 1);
    }

    String span(Weekday first, Weekday last) {
        return day(first) + " " + until + " " + day(last);
    }

    /** "a", "a en b", "a, b en c". */
    String joined(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " " + and + " " + parts.get(last);
    }
}
