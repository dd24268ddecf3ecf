package nl.etalage.content.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The times of year that shops tell stories for. A story belongs to those it was given, else to what its title and themes
 * say; a season runs from when shops begin to prepare for it to its last day, which it is over the day after.
 */
public enum Season {
    @JsonProperty("kerst")
    CHRISTMAS("kerst", "kerst|christmas") {
        @Override
        boolean runsOn(LocalDate day) {
            return between(day, LocalDate.of(day.getYear(), 11, 10), LocalDate.of(day.getYear(), 12, 26));
        }
    },
    @JsonProperty("sinterklaas")
    SINTERKLAAS("sinterklaas", "sinterklaas|pakjesavond") {
        @Override
        boolean runsOn(LocalDate day) {
            return between(day, LocalDate.of(day.getYear(), 10, 25), LocalDate.of(day.getYear(), 12, 5));
        }
    },
    @JsonProperty("valentijn")
    VALENTINE("valentijn", "valentijn|valentine") {
        @Override
        boolean runsOn(LocalDate day) {
            return between(day, LocalDate.of(day.getYear(), 1, 20), LocalDate.of(day.getYear(), 2, 14));
        }
    },
    @JsonProperty("pasen")
    EASTER("pasen", "pasen|paas|easter") {
        @Override
        boolean runsOn(LocalDate day) {
            LocalDate easter = easter(day.getYear());
            return between(day, easter.minusDays(PREPARATION), easter.plusDays(1));
        }
    },
    @JsonProperty("wereld-fair-trade-dag")
    FAIR_TRADE_DAY("wereld-fair-trade-dag", "fair ?trade.?(dag|day)|wereldwinkeldag") {
        @Override
        boolean runsOn(LocalDate day) {
            LocalDate second = nth(day.getYear(), Month.MAY, 2, DayOfWeek.SATURDAY);
            return between(day, second.minusDays(PREPARATION), second);
        }
    },
    @JsonProperty("moederdag")
    MOTHERS_DAY("moederdag", "moederdag|mother'?s day") {
        @Override
        boolean runsOn(LocalDate day) {
            LocalDate second = nth(day.getYear(), Month.MAY, 2, DayOfWeek.SUNDAY);
            return between(day, second.minusDays(PREPARATION), second);
        }
    },
    @JsonProperty("vaderdag")
    FATHERS_DAY("vaderdag", "vaderdag|father'?s day") {
        @Override
        boolean runsOn(LocalDate day) {
            LocalDate third = nth(day.getYear(), Month.JUNE, 3, DayOfWeek.SUNDAY);
            return between(day, third.minusDays(PREPARATION), third);
        }
    },
    @JsonProperty("lente")
    SPRING("lente", "\\blente|voorjaar|\\bspring\\b") {
        @Override
        boolean runsOn(LocalDate day) {
            return quarter(day) == 1;
        }
    },
    @JsonProperty("zomer")
    SUMMER("zomer", "zomer|summer") {
        @Override
        boolean runsOn(LocalDate day) {
            return quarter(day) == 2;
        }
    },
    @JsonProperty("herfst")
    AUTUMN("herfst", "herfst|najaar|autumn") {
        @Override
        boolean runsOn(LocalDate day) {
            return quarter(day) == 3;
        }
    },
    @JsonProperty("winter")
    WINTER("winter", "winter") {
        @Override
        boolean runsOn(LocalDate day) {
            return quarter(day) == 0;
        }
    };

    /** Days before a feast that shops begin with it. */
    private static final int PREPARATION = 28;

    private final String word;
    private final Pattern saying;

    Season(String word, String saying) {
        this.word = word;
        this.saying = Pattern.compile(saying);
    }

    /** Whether shops tell its stories on this day, in their own zone. */
    abstract boolean runsOn(LocalDate day);

    /** The name in the API. */
    public String word() {
        return word;
    }

    /** By the name in the API. */
    public static Optional<Season> of(String word) {
        return Arrays.stream(values())
                .filter(season -> season.word.equals(word))
                .findFirst();
    }

    /** Those that run on a day. */
    public static List<String> on(LocalDate day) {
        return Arrays.stream(values())
                .filter(season -> season.runsOn(day))
                .map(Season::word)
                .toList();
    }

    /** Those that a story was given; of one that was given none, those it speaks of. */
    public static Set<String> of(StoryContent content) {
        Set<Season> given = Set.copyOf(content.season());
        String said = (content.title() + " " + String.join(" ", content.themes()))
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(season -> given.isEmpty() ? season.saying.matcher(said).find() : given.contains(season))
                .map(Season::word)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean between(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Meteorological: 0 is December to February. */
    private static int quarter(LocalDate day) {
        return day.getMonthValue() % 12 / 3;
    }

    private static LocalDate nth(int year, Month month, int nth, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
    }

    /** Gregorian Easter Sunday, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int leaps = century / 4;
        int moon = (19 * golden + century - leaps - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int rest = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
        int late = (golden + 11 * moon + 22 * rest) / 451;
        int day = moon + rest - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
