package nl.etalage.content.story;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.Findings;
import nl.etalage.content.Patched;
import nl.etalage.content.access.Actor;

/** Mends a released story at once, and has a second editor look afterwards. */
@ApplicationScoped
class CorrectStory {

    private final AcceptContent accept;
    private final PublishStory publish;
    private final RevisionRepository revisions;
    private final EditHistory history;
    private final Patched patched;
    private final AuditTrail audit;
    private final Clock clock;

    CorrectStory(
            AcceptContent accept,
            PublishStory publish,
            RevisionRepository revisions,
            EditHistory history,
            Patched patched,
            AuditTrail audit,
            Clock clock) {
        this.accept = accept;
        this.publish = publish;
        this.revisions = revisions;
        this.history = history;
        this.patched = patched;
        this.audit = audit;
        this.clock = clock;
    }

    void correct(Story story, Correction correction, JsonNode changes, Actor editor) {
        story.require(StoryState.Action.CORRECT);
        Findings findings = new Findings();
        findings.required("/note", correction.note(), Limits.NOTE);
        if (correction.severity() == null) {
            findings.add("/severity", "required");
        }
        if (changes == null || !changes.isObject() || changes.isEmpty()) {
            findings.add("/changes", "required");
        }
        findings.refuse();
        StoryContent corrected = accept.accept(
                story, patched.apply(story.content(), changes, "changes", StoryContent.class), "/changes");
        StoryContent before = story.content();
        refuseNothing(before, corrected);
        accept.checklist(story, corrected).must().refuse(ContentProblem.STORY_INCOMPLETE);
        Instant now = clock.instant();
        history.keep(story, now);
        publish.correct(story, story.correct(corrected, correction, editor, now), before);
        audit.record("story.corrected", null, "story/" + story.id());
    }

    void confirm(Story story, Actor editor) {
        story.confirm(editor, clock.instant());
        revisions.require(story.id(), story.revision()).confirm(editor, clock.instant());
        audit.record("story.confirmed", null, "story/" + story.id());
    }

    /** A revision without a difference would be an update for every shop about nothing. */
    private static void refuseNothing(StoryContent before, StoryContent after) {
        Findings findings = new Findings();
        if (before.type() != after.type()) {
            findings.add("/changes/type", "correction.type");
        }
        if (before.equals(after)) {
            findings.add("/changes", "correction.nothing");
        }
        findings.refuse();
    }
}
