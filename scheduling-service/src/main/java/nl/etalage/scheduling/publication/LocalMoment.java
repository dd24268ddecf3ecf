package nl.etalage.scheduling.publication;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.regex.Pattern;
import nl.etalage.scheduling.SchedulingProblem;

/**
 * A moment as people plan it: the time on the wall clock of the shop.
 *
 * @param local date and time, to the second
 * @param zone the shop's zone, from the IANA database
 * @param at the instant it is there; the first of the two when the clock is set back over it
 * @param firstOfTwo whether this wall-clock time comes twice
 */
public record LocalMoment(LocalDateTime local, ZoneId zone, Instant at, boolean firstOfTwo) {

    /** Nobody plans further ahead, and zones' rules change meanwhile. */
    private static final Duration FURTHEST = Duration.ofDays(731);

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");
    private static final String POINTER = "/localTime";

    /**
     * Reads what a person planned.
     *
     * @param text such as {@code 2026-12-05T10:00}, optionally with seconds
     * @throws nl.etalage.problem.ProblemException 422 when it is no time, is skipped by the clock (with the next valid
     *     minute as {@code nextValid}), has passed, or is more than two years ahead
     */
    public static LocalMoment plan(String text, ZoneId zone, Instant now) {
        LocalDateTime local = parse(text);
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        if (transition != null && transition.isGap()) {
            String next = transition.getDateTimeAfter().toString();
            throw SchedulingProblem.LOCAL_TIME_DOES_NOT_EXIST
                    .at(POINTER, spoken(local), spoken(transition.getDateTimeAfter()))
                    .with("nextValid", next);
        }
        LocalMoment moment = of(local, zone);
        if (!moment.at.isAfter(now)) {
            throw SchedulingProblem.LOCAL_TIME_PASSED.at(POINTER, spoken(local));
        }
        if (moment.at.isAfter(now.plus(FURTHEST))) {
            throw SchedulingProblem.LOCAL_TIME_TOO_FAR.at(POINTER);
        }
        return moment;
    }

    /** A wall-clock time that was accepted before; a skipped one moves on with the clock. */
    public static LocalMoment of(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        boolean twice = transition != null && transition.isOverlap();
        return new LocalMoment(
                local,
                zone,
                ZonedDateTime.ofLocal(local, zone, twice ? transition.getOffsetBefore() : null)
                        .toInstant(),
                twice);
    }

    /** The next whole second on the wall clock. */
    public static LocalMoment soon(ZoneId zone, Instant now) {
        return of(LocalDateTime.ofInstant(now.plusSeconds(1), zone).withNano(0), zone);
    }

    private static LocalDateTime parse(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            throw SchedulingProblem.LOCAL_TIME_INVALID.at(POINTER);
        }
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException noSuchDay) {
            throw SchedulingProblem.LOCAL_TIME_INVALID.at(POINTER);
        }
    }

    private static String spoken(LocalDateTime local) {
        return local.toLocalDate() + " " + local.toLocalTime();
    }
}
