package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.Findings;
import nl.etalage.content.access.Actor;
import nl.etalage.problem.ProblemException;

/** Takes a story from draft to library, through a second pair of eyes. */
@ApplicationScoped
class ReviewStory {

    private final AcceptContent accept;
    private final CheckTranslation translation;
    private final PublishStory publish;
    private final StoryAnswers answers;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewStory(
            AcceptContent accept,
            CheckTranslation translation,
            PublishStory publish,
            StoryAnswers answers,
            AuditTrail audit,
            Clock clock) {
        this.accept = accept;
        this.translation = translation;
        this.publish = publish;
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
    }

    void submit(Story story) {
        story.require(StoryState.Action.SUBMIT);
        requireComplete(story);
        story.submit(clock.instant());
        audit.record("story.submitted", null, "story/" + story.id());
    }

    void sendBack(Story story, String note) {
        Findings findings = new Findings();
        findings.tooLong("/note", note, Limits.NOTE);
        findings.refuse();
        story.sendBack(note, clock.instant());
        audit.record("story.returned", null, "story/" + story.id());
    }

    void release(Story story, Actor releaser) {
        story.require(StoryState.Action.RELEASE);
        requireComplete(story);
        publish.release(story, story.release(releaser, clock.instant()));
        audit.record("story.released", null, "story/" + story.id());
    }

    /** The refusal is the whole checklist: what must be mended, and what would make it better while one is at it. */
    private void requireComplete(Story story) {
        Findings must = accept.checklist(story, story.content()).must();
        // What was restored, or written at the same moment, may say it in the same language.
        translation.check(story.id(), story.content(), must);
        if (!must.none()) {
            throw new ProblemException(ContentProblem.STORY_INCOMPLETE, must.violations())
                    .with("advice", answers.advice(story));
        }
    }
}
