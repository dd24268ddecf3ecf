package nl.etalage.shops.shop;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import nl.etalage.shops.validation.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often a shop likes to publish, and when: a suggestion, never a lock.
 *
 * @param postsPerWeek 0 to 50
 * @param moments in the shop's own time zone, in the order of the week; may be empty
 */
@Schema(
        name = "Rhythm",
        requiredProperties = {"postsPerWeek", "moments"})
public record Rhythm(@Schema(minimum = "0", maximum = "50") Integer postsPerWeek, List<Moment> moments) {

    private static final int MOST_POSTS = 50;
    private static final int MOST_MOMENTS = 50;
    private static final String POINTER = "/rhythm";

    /**
     * A recurring moment of the week.
     *
     * @param time whole minutes, such as {@code 10:00}
     */
    @Schema(
            name = "Moment",
            requiredProperties = {"day", "time"})
    public record Moment(
            Weekday day,
            @Schema(implementation = String.class, pattern = OpeningTime.MINUTES, examples = "\"10:00\"")
                    @JsonFormat(pattern = "HH:mm")
                    LocalTime time) {}

    /** A rhythm that leaves out the moments has none. */
    public Rhythm {
        moments = moments == null ? List.of() : Collections.unmodifiableList(moments);
    }

    void check(Findings findings) {
        findings.required(POINTER + "/postsPerWeek", postsPerWeek);
        if (postsPerWeek != null && (postsPerWeek < 0 || postsPerWeek > MOST_POSTS)) {
            findings.add(POINTER + "/postsPerWeek", "out-of-range", 0, MOST_POSTS);
        }
        if (moments.size() > MOST_MOMENTS) {
            findings.add(POINTER + "/moments", "too-many", MOST_MOMENTS);
            return;
        }
        for (int index = 0; index < moments.size(); index++) {
            checkMoment(index, findings);
        }
    }

    private void checkMoment(int index, Findings findings) {
        Moment moment = moments.get(index);
        String place = POINTER + "/moments/" + index;
        if (moment == null) {
            findings.add(place, "required");
            return;
        }
        findings.required(place + "/day", moment.day());
        findings.required(place + "/time", moment.time());
        if (moments.subList(0, index).contains(moment)) {
            findings.add(place, "twice");
        }
    }
}
