package nl.etalage.demodata.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The demo's days, which lie before or after the day it is brought in, on the wall clock of the Netherlands. */
public final class Days {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.forLanguageTag("nl"));
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final Clock clock;
    private final LocalDate today;

    public Days(Clock clock) {
        this.clock = clock;
        this.today = LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public LocalDate in(int days) {
        return today.plusDays(days);
    }

    /**
     * A moment such as {@code {"inDays": 18, "weekday": "saturday", "time": "14:00"}}: with a weekday it moves on to
     * the first such day, that day itself included.
     */
    public LocalDateTime moment(JsonNode moment) {
        LocalDate day = in(moment.required("inDays").asInt());
        if (moment.hasNonNull("weekday")) {
            DayOfWeek weekday = DayOfWeek.valueOf(moment.get("weekday").asText().toUpperCase(Locale.ROOT));
            day = day.with(TemporalAdjusters.nextOrSame(weekday));
        }
        return day.atTime(LocalTime.parse(moment.required("time").asText()));
    }

    /** When a publication of the demo goes out, as the API reads it. */
    public String localTime(JsonNode publication) {
        return publication.has("inSeconds")
                ? soon(publication.get("inSeconds").asInt())
                : moment(publication).toString();
    }

    /** A date as people say it, such as {@code zaterdag 12 december}. */
    public static String inWords(LocalDate date) {
        return IN_WORDS.format(date);
    }

    private String soon(int seconds) {
        ZonedDateTime moment = clock.instant().atZone(ZONE).plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
        // In the hour that comes twice a wall-clock time means the first, which has passed when this is the second.
        boolean passed = !moment.withEarlierOffsetAtOverlap().isEqual(moment);
        return TO_THE_SECOND.format(passed ? moment.plusHours(1) : moment);
    }
}
