package nl.etalage.scheduling;

import java.util.ArrayList;
import java.util.List;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;

/** Collects all that is wrong with a request, so that its sender hears everything at once. */
public final class InputCheck {

    private static final String BUNDLE = "nl.etalage.scheduling.input";

    private final List<Violation> violations = new ArrayList<>();

    /** Something is missing. */
    public InputCheck required(String pointer, Object value) {
        return value == null || (value instanceof String text && text.isBlank()) ? wrong(pointer, "required") : this;
    }

    /** A text is too long, in characters; null is fine. */
    public InputCheck atMost(String pointer, String text, int characters) {
        return text != null && text.length() > characters ? wrong(pointer, "too-long", characters) : this;
    }

    /** Whatever else; the key is in the bundle {@code input}. */
    public InputCheck wrong(String pointer, String key, Object... arguments) {
        violations.add(Violation.keyed(pointer, BUNDLE, key, arguments));
        return this;
    }

    /** As {@link #wrong}, when it is so. */
    public InputCheck wrongIf(boolean wrong, String pointer, String key, Object... arguments) {
        return wrong ? wrong(pointer, key, arguments) : this;
    }

    /** Answers 422 with everything found, if anything was. */
    public void done() {
        if (!violations.isEmpty()) {
            throw new ProblemException(HttpProblem.INVALID_INPUT, violations);
        }
    }
}
