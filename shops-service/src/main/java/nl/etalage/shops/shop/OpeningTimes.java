package nl.etalage.shops.shop;

import java.util.List;
import nl.etalage.shops.validation.Findings;

/** The rules of a week of opening times. */
public final class OpeningTimes {

    /** Four stretches a day are more than any shop has. */
    private static final int MOST = 28;

    private static final String POINTER = "/openingHours";

    private OpeningTimes() {}

    /** Notes every stretch that is incomplete, ends before it starts, or overlaps an earlier one in the list. */
    static void check(List<OpeningTime> times, Findings findings) {
        if (times.size() > MOST) {
            findings.add(POINTER, "too-many", MOST);
            return;
        }
        for (int index = 0; index < times.size(); index++) {
            checkOne(times, index, findings);
        }
    }

    private static void checkOne(List<OpeningTime> times, int index, Findings findings) {
        OpeningTime time = times.get(index);
        String place = POINTER + "/" + index;
        if (time == null) {
            findings.add(place, "required");
            return;
        }
        findings.required(place + "/day", time.day());
        findings.required(place + "/opens", time.opens());
        findings.required(place + "/closes", time.closes());
        if (!complete(time)) {
            return;
        }
        if (!time.closes().isAfter(time.opens())) {
            findings.add(place + "/closes", "closes-before-opens");
        } else if (times.subList(0, index).stream().anyMatch(earlier -> complete(earlier) && earlier.overlaps(time))) {
            findings.add(place, "overlaps");
        }
    }

    private static boolean complete(OpeningTime time) {
        return time != null && time.day() != null && time.opens() != null && time.closes() != null;
    }

    /** The same times in the order of the week. */
    static List<OpeningTime> inOrder(List<OpeningTime> times) {
        return times.stream().sorted(OpeningTime.BY_WEEK).toList();
    }
}
