package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.problem.ProblemException;

/** Finds a story for who may change it, at the version they saw. */
@ApplicationScoped
class OpenStory {

    private final CurrentAccess access;
    private final StoryRepository stories;
    private final ExplainConflict explain;

    OpenStory(CurrentAccess access, StoryRepository stories, ExplainConflict explain) {
        this.access = access;
        this.stories = stories;
        this.explain = explain;
    }

    /** The story; others who want to change it wait until this transaction ends. */
    Story toChange(UUID id, String ifMatch, CentralRole... allowed) {
        access.enter().requireCentralFor(allowed);
        Story story = stories.requireForUpdate(id);
        try {
            IfMatch.require(ifMatch, story.version());
        } catch (ProblemException refusal) {
            throw explain.explain(refusal, story, ifMatch);
        }
        return story;
    }
}
