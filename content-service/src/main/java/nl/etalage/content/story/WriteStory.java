package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.access.Actor;
import nl.etalage.content.ops.Ids;

/** Starts a draft with what there is already, and changes it while it is one. */
@ApplicationScoped
public class WriteStory {

    private final StoryRepository stories;
    private final AcceptContent accept;
    private final EditHistory history;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    WriteStory(
            StoryRepository stories,
            AcceptContent accept,
            EditHistory history,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.stories = stories;
        this.accept = accept;
        this.history = history;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Starts a draft with what a shop offered. Whoever takes the offer up notes that in the audit.
     *
     * @throws nl.etalage.problem.ProblemException 422 for what no draft can hold
     */
    public Story takeUp(StoryContent content, Contributed by, Actor author) {
        StoryContent accepted = accept.accept(null, content, "");
        Story story = Story.contributed(ids.next(), accepted, by, author, clock.instant());
        stories.persist(story);
        return story;
    }

    /** Starts a draft with what a revision says, whatever became of its story. */
    Story restore(StoryRevision revision, Actor author) {
        Story story = Story.copy(ids.next(), revision, author, clock.instant());
        stories.persist(story);
        audit.record("story.restored", null, "story/" + story.id());
        return story;
    }

    void edit(Story story, StoryContent content, Actor editor) {
        StoryContent accepted = accept.accept(story, content, "");
        Instant now = clock.instant();
        history.keep(story, now);
        story.edit(accepted, editor, now);
        audit.record("story.edited", null, "story/" + story.id());
    }
}
