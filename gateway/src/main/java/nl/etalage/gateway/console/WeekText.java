package nl.etalage.gateway.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.etalage.gateway.console.JoinClient.OpeningTime;

/** A week of opening hours as people write it, a line a day: {@code 10.00-12.30, 13.30-17.30}; an empty line is closed. */
final class WeekText {

    static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private static final Pattern STRETCH = Pattern.compile(
            "\\s*([01]?\\d|2[0-3])(?:[.:]([0-5]\\d))?\\s*(?:-|–|tot|to|until)\\s*([01]?\\d|2[0-3])(?:[.:]([0-5]\\d))?(?:\\s*uur)?\\s*");
    private static final Pattern BETWEEN = Pattern.compile(",|;|\\ben\\b|\\band\\b|&");
    private static final Pattern CLOSED = Pattern.compile("(?i)\\s*(gesloten|dicht|closed|-)?\\s*");
    private static final int LONGEST = 100;

    private WeekText() {}

    /** A line for each day, Monday first. */
    static Map<String, String> write(List<OpeningTime> times) {
        Map<String, String> lines = new LinkedHashMap<>();
        DAYS.forEach(day -> lines.put(day, ""));
        for (OpeningTime time : times) {
            String stretch = (time.opens() + "-" + time.closes()).replace(':', '.');
            lines.merge(time.day(), stretch, (before, more) -> before.isEmpty() ? more : before + ", " + more);
        }
        return lines;
    }

    /** The days whose line can't be understood, Monday first. */
    static List<String> unclear(Map<String, String> lines) {
        return DAYS.stream()
                .filter(day -> stretches(day, line(lines, day)) == null)
                .toList();
    }

    /** The opening times of lines that are all clear. */
    static List<OpeningTime> read(Map<String, String> lines) {
        List<OpeningTime> times = new ArrayList<>();
        DAYS.forEach(day -> times.addAll(stretches(day, line(lines, day))));
        return times;
    }

    private static String line(Map<String, String> lines, String day) {
        return lines.getOrDefault(day, "");
    }

    /** Null when the line can't be understood. */
    private static List<OpeningTime> stretches(String day, String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        if (CLOSED.matcher(line).matches()) {
            return List.of();
        }
        List<OpeningTime> times = new ArrayList<>();
        for (String part : BETWEEN.split(line, -1)) {
            Matcher stretch = STRETCH.matcher(part);
            if (!stretch.matches()) {
                return null;
            }
            times.add(new OpeningTime(
                    day, time(stretch.group(1), stretch.group(2)), time(stretch.group(3), stretch.group(4))));
        }
        return times;
    }

    private static String time(String hour, String minute) {
        return (hour.length() == 1 ? "0" + hour : hour) + ":" + (minute == null ? "00" : minute);
    }
}
