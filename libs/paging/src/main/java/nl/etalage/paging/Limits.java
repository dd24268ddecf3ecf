package nl.etalage.paging;

import java.util.List;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;

/** Bounds what a caller may ask of a list. */
final class Limits {

    private Limits() {}

    static int checked(Integer limit) {
        if (limit == null) {
            return PageRequest.DEFAULT;
        }
        if (limit < 1 || limit > PageRequest.MAXIMUM) {
            throw new ProblemException(
                    HttpProblem.INVALID_INPUT,
                    List.of(Violation.keyed(
                            "#limit", HttpProblem.INVALID_INPUT.bundle(), "limit-out-of-range", PageRequest.MAXIMUM)));
        }
        return limit;
    }
}
