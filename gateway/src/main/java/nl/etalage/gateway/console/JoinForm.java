package nl.etalage.gateway.console;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.etalage.gateway.console.JoinClient.Reply;
import org.jboss.resteasy.reactive.RestForm;

/** What a shop fills in on the page that asks whether it joins. */
record JoinForm(
        @RestForm String answer,
        @RestForm String name,
        @RestForm String monday,
        @RestForm String tuesday,
        @RestForm String wednesday,
        @RestForm String thursday,
        @RestForm String friday,
        @RestForm String saturday,
        @RestForm String sunday) {

    boolean yes() {
        return "yes".equals(answer);
    }

    /** The lines of the week, by day. */
    Map<String, String> week() {
        Map<String, String> lines = new LinkedHashMap<>();
        String[] given = {monday, tuesday, wednesday, thursday, friday, saturday, sunday};
        for (int day = 0; day < given.length; day++) {
            lines.put(WeekText.DAYS.get(day), given[day] == null ? "" : given[day].strip());
        }
        return lines;
    }

    /** Whether it holds the week at all; the short form after an answer doesn't. */
    private boolean withWeek() {
        return monday != null;
    }

    Reply reply() {
        if (!yes()) {
            return new Reply("later".equals(answer) ? "later" : "no", null, null);
        }
        String called = name == null || name.isBlank() ? null : name.strip();
        return new Reply("yes", called, withWeek() ? WeekText.read(week()) : null);
    }
}
