package nl.etalage.shops.mergefield;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.etalage.shops.shop.OpeningTime;
import nl.etalage.shops.shop.Weekday;

/**
 * Opening times as people write them: "di t/m vr 10.00-17.30 uur, za 10.00-17.00 uur". Days with the same hours stand
 * together, also when other days lie between; the groups stand in the order of their first day.
 */
final class OpeningHoursText {

    private final Phrases phrases;

    OpeningHoursText(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * The times in words, or null when there are none.
     *
     * @param times in the order of the week, without overlaps
     */
    String of(List<OpeningTime> times) {
        if (times.isEmpty()) {
            return null;
        }
        Map<Weekday, List<String>> hours = new EnumMap<>(Weekday.class);
        for (OpeningTime time : times) {
            hours.computeIfAbsent(time.day(), day -> new ArrayList<>()).add(stretch(time));
        }
        Map<String, List<Weekday>> days = new LinkedHashMap<>();
        hours.forEach((day, stretches) -> days.computeIfAbsent(phrases.joined(stretches), key -> new ArrayList<>())
                .add(day));
        return days.entrySet().stream()
                .map(group -> phrases.line(days(group.getValue()), group.getKey()))
                .collect(Collectors.joining(", "));
    }

    private String stretch(OpeningTime time) {
        return clock(time.opens()) + "-" + clock(time.closes());
    }

    private String clock(LocalTime time) {
        return phrases.clock(time.getHour(), time.getMinute());
    }

    /** Three days or more in a row are named by the first and last; two are named both. */
    private String days(List<Weekday> days) {
        if (days.size() == Weekday.values().length) {
            return phrases.everyDay();
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int index = 1; index <= days.size(); index++) {
            if (index == days.size()
                    || days.get(index).number() != days.get(index - 1).number() + 1) {
                addRun(days.subList(start, index), parts);
                start = index;
            }
        }
        return phrases.joined(parts);
    }

    private void addRun(List<Weekday> run, List<String> parts) {
        if (run.size() > 2) {
            parts.add(phrases.span(run.get(0), run.get(run.size() - 1)));
        } else {
            run.forEach(day -> parts.add(phrases.day(day)));
        }
    }
}
