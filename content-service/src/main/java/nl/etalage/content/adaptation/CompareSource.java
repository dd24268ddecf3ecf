package nl.etalage.content.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.Findings;
import nl.etalage.content.story.RevisionRepository;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.StoryRevision;
import nl.etalage.content.story.TextField;

/** Compares an adaptation with its source, and settles the difference as the shop decides. */
@ApplicationScoped
class CompareSource {

    private final RevisionRepository revisions;
    private final AdaptationRepository adaptations;
    private final AdaptStory adapt;
    private final Clock clock;

    CompareSource(RevisionRepository revisions, AdaptationRepository adaptations, AdaptStory adapt, Clock clock) {
        this.revisions = revisions;
        this.adaptations = adaptations;
        this.adapt = adapt;
        this.clock = clock;
    }

    /** What became of a story that is for others now is for others too: then there is nothing to compare. */
    SourceUpdate compare(Adaptation adaptation) {
        if (isForOthers(adaptation)) {
            return new SourceUpdate(adaptation.revision(), adaptation.revision(), null, null, List.of());
        }
        StoryRevision newest =
                revisions.require(adaptation.story().id(), adaptation.story().revision());
        return new SourceUpdate(
                adaptation.revision(),
                newest.number(),
                newest.note(),
                newest.severity(),
                SourceUpdate.between(before(adaptation), newest.content(), adaptation.overrides()));
    }

    /** Whether there is something to take or leave. */
    boolean pending(Adaptation adaptation) {
        return adaptation.revision() < adaptation.story().revision()
                && adaptation.state() == AdaptationState.OPEN
                && !compare(adaptation).fields().isEmpty();
    }

    /**
     * Moves the adaptation to the newest revision. Own words stay unless the field is taken; a field without own words
     * follows the story unless it is kept, which makes its former text own words.
     */
    void settle(Adaptation adaptation, Set<TextField> take, Set<TextField> keep) {
        if (isForOthers(adaptation)) {
            throw ContentProblem.STORY_NOT_AVAILABLE.because();
        }
        SourceUpdate update = compare(adaptation);
        refuseImpossible(update, take, keep);
        Overrides settled = adaptation.overrides();
        StoryContent before = before(adaptation);
        for (SourceUpdate.Field field : update.fields()) {
            if (take.contains(field.field())) {
                settled = settled.with(field.field(), null);
            } else if (keep.contains(field.field()) && field.ours() == null) {
                settled = settled.with(field.field(), before);
            }
        }
        adapt.settle(adaptation, settled);
    }

    private boolean isForOthers(Adaptation adaptation) {
        return adaptation.state() == AdaptationState.OPEN
                && !adaptations.inLibrary(adaptation.shop(), adaptation.story().id(), clock.instant());
    }

    private StoryContent before(Adaptation adaptation) {
        return revisions.require(adaptation.story().id(), adaptation.revision()).content();
    }

    private static void refuseImpossible(SourceUpdate update, Set<TextField> take, Set<TextField> keep) {
        Findings findings = new Findings();
        Set<TextField> both = EnumSet.noneOf(TextField.class);
        both.addAll(take);
        both.retainAll(keep);
        if (!both.isEmpty()) {
            findings.add("/keep", "source-update.both");
        }
        Set<TextField> changed =
                update.fields().stream().map(SourceUpdate.Field::field).collect(Collectors.toSet());
        if (!changed.containsAll(take)) {
            findings.add("/take", "source-update.unchanged");
        }
        if (!changed.containsAll(keep)) {
            findings.add("/keep", "source-update.unchanged");
        }
        for (SourceUpdate.Field field : update.fields()) {
            if (field.locked() && keep.contains(field.field())) {
                findings.add("/keep", "adaptation.locked");
            }
        }
        findings.refuse();
    }
}
