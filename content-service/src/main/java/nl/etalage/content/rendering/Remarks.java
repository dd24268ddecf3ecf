package nl.etalage.content.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.etalage.content.ContentProblem;
import nl.etalage.problem.Sentences;

/** Collects problems and warnings, in one language. */
final class Remarks {

    private final Sentences sentences;
    private final List<RenderingView.Remark> problems = new ArrayList<>();
    private final List<RenderingView.Remark> warnings = new ArrayList<>();

    Remarks(Sentences sentences) {
        this.sentences = sentences;
    }

    void problem(String code, String field, Object... arguments) {
        problems.add(remark(code, field, null, arguments));
    }

    void tooLong(String field, int excess) {
        problems.add(remark("too-long", field, excess, excess));
    }

    void warning(String code, String field, Object... arguments) {
        warnings.add(remark(code, field, null, arguments));
    }

    List<RenderingView.Remark> problems() {
        return problems;
    }

    List<RenderingView.Remark> warnings() {
        return warnings;
    }

    private RenderingView.Remark remark(String code, String field, Integer excess, Object... arguments) {
        String detail = sentences.sentence(ContentProblem.BUNDLE, "rendering." + code, Arrays.asList(arguments));
        return new RenderingView.Remark(code, detail, field, excess);
    }
}
