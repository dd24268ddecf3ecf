package nl.etalage.shops.validation;

import static nl.etalage.shops.ShopsProblem.SENTENCES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;

/**
 * Collects what is wrong with a request, so that its sender hears everything at once. Pointers are JSON pointers (RFC
 * 6901) into the body, such as {@code /openingHours/0/closes}.
 */
public final class Findings {

    /** Earliest and latest day a period may name; PostgreSQL's dates and everyone's patience end somewhere. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    /** Good enough to catch a slip of the hand; whether mail arrives, only mail can tell. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,189}");

    private static final Pattern TELEPHONE = Pattern.compile("[+0-9][0-9 ().-]{5,24}");

    private final List<Violation> found = new ArrayList<>();

    /** A body that must be there. */
    public static <T> T body(T body) {
        if (body == null) {
            throw HttpProblem.MALFORMED_JSON.because();
        }
        return body;
    }

    /** Notes a sentence of this service's bundle at a place. */
    public void add(String pointer, String key, Object... arguments) {
        found.add(Violation.keyed(pointer, SENTENCES, key, arguments));
    }

    /** Something that must be given. */
    public void required(String pointer, Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            add(pointer, "required");
        }
    }

    /** One line of text of 1 to {@code longest} characters, when given. */
    public void line(String pointer, String text, int longest) {
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            add(pointer, "blank");
        } else if (text.codePointCount(0, text.length()) > longest) {
            add(pointer, "too-long", longest);
        } else if (text.codePoints().anyMatch(Findings::breaksLine)) {
            add(pointer, "one-line");
        }
    }

    /** As {@link #line}, and it must be given. */
    public void requiredLine(String pointer, String text, int longest) {
        if (text == null || text.isBlank()) {
            add(pointer, "required");
        } else {
            line(pointer, text, longest);
        }
    }

    /** A mail address, when given. */
    public void email(String pointer, String text) {
        if (text != null && !EMAIL.matcher(text).matches()) {
            add(pointer, "not-an-email");
        }
    }

    /** A telephone number as people write it, when given. */
    public void telephone(String pointer, String text) {
        if (text != null && !TELEPHONE.matcher(text).matches()) {
            add(pointer, "not-a-telephone");
        }
    }

    /** A value that only we give out or that never changes after creation. */
    public void unchanged(String pointer, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            add(pointer, "unchangeable");
        }
    }

    /** A period of whole days; the last day is included and may be open. */
    public void period(LocalDate from, LocalDate until) {
        day("/from", from);
        day("/until", until);
        if (from != null && until != null && until.isBefore(from)) {
            add("/until", "until-before-from");
        }
    }

    /** A day within the years we work with, when given. */
    public void day(String pointer, LocalDate day) {
        if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
            add(pointer, "day-out-of-range");
        }
    }

    /** All that was found so far. */
    public List<Violation> found() {
        return List.copyOf(found);
    }

    /** Answers with all that was found, as one 422. Nothing found: nothing happens. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ProblemException(HttpProblem.INVALID_INPUT, found);
        }
    }

    private static boolean breaksLine(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR
                || Character.getType(character) == Character.SURROGATE;
    }
}
