package nl.etalage.gateway.console;

import java.util.List;
import java.util.Map;
import nl.etalage.gateway.console.JoinClient.Question;

/**
 * The page that asks whether a shop joins.
 *
 * @param action address of the form
 * @param name as it stands in the form
 * @param days the lines of the week, as they stand in the form
 * @param open whether the part with name and opening hours is unfolded
 * @param complaint sentence about what was filled in, in the reader's language; null when all is well
 */
record JoinView(Question question, String action, String name, List<Day> days, boolean open, String complaint) {

    /**
     * One line of the week.
     *
     * @param label key of the day's name
     */
    record Day(String name, String label, String line, boolean unclear) {}

    static JoinView of(Question question, String token) {
        return new JoinView(
                question,
                "/join/" + token,
                question.shop(),
                days(WeekText.write(question.openingHours()), List.of()),
                false,
                null);
    }

    /** The same page with what was filled in, and what is wrong with it. */
    JoinView again(JoinForm form, String whatIsWrong) {
        Map<String, String> week = form.yes() ? form.week() : WeekText.write(question.openingHours());
        return new JoinView(
                question,
                action,
                form.name() == null ? name : form.name(),
                days(week, WeekText.unclear(week)),
                form.yes(),
                whatIsWrong);
    }

    public boolean answered(String answer) {
        return answer.equals(question.answer());
    }

    private static List<Day> days(Map<String, String> week, List<String> unclear) {
        return WeekText.DAYS.stream()
                .map(day -> new Day(day, MessageWords.key("day", day), week.get(day), unclear.contains(day)))
                .toList();
    }
}
