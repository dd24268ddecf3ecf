package nl.etalage.content.asset;

import java.util.List;
import nl.etalage.content.ContentProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;

/** The ways in which an upload is no usable picture, each with a sentence for who sent it. */
enum PictureRefused {
    EMPTY,
    TYPE,
    HEIC,
    TOO_LARGE,
    TOO_MANY_PIXELS,
    BROKEN,
    HIDDEN_CONTENT;

    ProblemException because(Object... arguments) {
        String key = "picture." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new ProblemException(
                ContentProblem.PICTURE_REFUSED,
                List.of(Violation.keyed("/file", ContentProblem.BUNDLE, key, arguments)));
    }
}
