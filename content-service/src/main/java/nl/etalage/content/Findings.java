package nl.etalage.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.ProblemType;
import nl.etalage.problem.Violation;

/** Collects everything that is wrong with a request, so that one answer names it all. */
public final class Findings {

    private final List<Violation> violations = new ArrayList<>();

    /** Adds a finding, with a sentence of the catalogue's bundle. */
    public void add(String pointer, String key, Object... arguments) {
        violations.add(Violation.keyed(pointer, ContentProblem.BUNDLE, key, arguments));
    }

    public void addAll(Collection<Violation> found) {
        violations.addAll(found);
    }

    /** A text longer than so many characters. Null is never too long. */
    public void tooLong(String pointer, String text, int most) {
        if (text != null && text.codePointCount(0, text.length()) > most) {
            add(pointer, "too-long", most);
        }
    }

    /** A text that is absent or blank, or longer than so many characters. */
    public void required(String pointer, String text, int most) {
        if (text == null || text.isBlank()) {
            add(pointer, "required");
        }
        tooLong(pointer, text, most);
    }

    /** A list with more items than that. */
    public void tooMany(String pointer, Collection<?> items, int most) {
        if (items.size() > most) {
            add(pointer, "too-many", most);
        }
    }

    public boolean none() {
        return violations.isEmpty();
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** The answer to what was found: 422. */
    public ProblemException refusal() {
        return new ProblemException(HttpProblem.INVALID_INPUT, violations);
    }

    /** Answers 422 when anything was found. */
    public void refuse() {
        refuse(HttpProblem.INVALID_INPUT);
    }

    /** Answers with a problem of this type when anything was found. */
    public void refuse(ProblemType type) {
        if (!violations.isEmpty()) {
            throw new ProblemException(type, violations);
        }
    }
}
