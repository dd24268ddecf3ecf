package nl.etalage.content.asset;

import java.util.List;
import java.util.Locale;
import nl.etalage.content.ContentProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;

/** The ways in which an upload is no usable file, each with a sentence for who sent it. */
enum UploadRefused {
    EMPTY,
    TYPE,
    HEIC,
    AVIF,
    SVG,
    TOO_LARGE,
    TOO_MANY_PIXELS,
    TOO_MANY_FRAMES,
    BROKEN,
    HIDDEN_CONTENT,
    DAMAGED,
    QUICKTIME,
    FRAGMENTED,
    VIDEO_TOO_WIDE,
    VIDEO_TOO_LONG,
    SOUND_TOO_LARGE,
    SOUND_TOO_LONG,
    DOCUMENT_TOO_LARGE,
    DOCUMENT_LOCKED,
    DOCUMENT_ACTIVE;

    ProblemException because(Object... arguments) {
        String key = "picture." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ProblemException(
                ContentProblem.PICTURE_REFUSED,
                List.of(Violation.keyed("/file", ContentProblem.BUNDLE, key, arguments)));
    }
}
