package nl.etalage.shops.shop;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One stretch in which a shop is open, in its own time zone. A day with a lunch break has two.
 *
 * @param opens whole minutes, such as {@code 10:00}
 * @param closes whole minutes, after {@code opens} on the same day
 */
@Schema(
        name = "OpeningTime",
        requiredProperties = {"day", "opens", "closes"})
public record OpeningTime(
        Weekday day,
        @Schema(implementation = String.class, pattern = OpeningTime.MINUTES, examples = "\"10:00\"")
                @JsonFormat(pattern = "HH:mm")
                LocalTime opens,
        @Schema(implementation = String.class, pattern = OpeningTime.MINUTES, examples = "\"17:30\"")
                @JsonFormat(pattern = "HH:mm")
                LocalTime closes) {

    /** Order of the week. */
    static final Comparator<OpeningTime> BY_WEEK =
            Comparator.comparing(OpeningTime::day).thenComparing(OpeningTime::opens);

    static final String MINUTES = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    boolean overlaps(OpeningTime other) {
        return day == other.day && opens.isBefore(other.closes) && other.opens.isBefore(closes);
    }
}
