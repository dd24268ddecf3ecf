package nl.etalage.shops.intake;

import java.util.List;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Sentences;

/** Says what is wrong with a row, in the language of who brought the table. */
record RowWords(Sentences sentences) {

    List<RowReport.Reason> reasons(ProblemException refused) {
        return refused.violations().stream()
                .map(violation -> new RowReport.Reason(
                        violation.pointer().replaceFirst("^/", ""), sentences.of(violation.text())))
                .toList();
    }
}
