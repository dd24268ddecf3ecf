package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;

/**
 * Tells somebody who worked on from an older version what another did meanwhile: {@code changedBy}, {@code changedAt}
 * and {@code changes}, from the version they saw to the present one. {@code changes} is absent where that version isn't
 * known.
 */
@ApplicationScoped
class ExplainConflict {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    private final EditHistory history;
    private final CompareRevisions compare;

    ExplainConflict(EditHistory history, CompareRevisions compare) {
        this.history = history;
        this.compare = compare;
    }

    /** The refusal, with what changed since; any other refusal stays as it is. */
    ProblemException explain(ProblemException refusal, Story story, String ifMatch) {
        if (refusal.type() != HttpProblem.VERSION_OUTDATED) {
            return refusal;
        }
        refusal.with("changedBy", story.lastEditor()).with("changedAt", story.changedAt());
        changes(story, ifMatch).ifPresent(changes -> refusal.with("changes", changes));
        return refusal;
    }

    private Optional<List<FieldDifference>> changes(Story story, String ifMatch) {
        Matcher seen = VERSION.matcher(ifMatch);
        if (!seen.find()) {
            return Optional.empty();
        }
        long version = Long.parseLong(seen.group(1));
        return version < 1 || version > story.version()
                ? Optional.empty()
                : history.at(story, version).map(before -> compare.between(before, story.content()));
    }
}
