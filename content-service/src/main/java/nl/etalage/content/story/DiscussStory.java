package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.access.Actor;
import nl.etalage.content.ops.Ids;

/** Lets colleagues talk about a story, in threads on its fields. */
@ApplicationScoped
class DiscussStory {

    private final CommentRepository comments;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    DiscussStory(CommentRepository comments, AuditTrail audit, Ids ids, Clock clock) {
        this.comments = comments;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    StoryComment say(Story story, CommentRequest request, Actor author) {
        request.check();
        StoryComment comment = request.inReplyTo() == null
                ? StoryComment.begin(ids.next(), story.id(), request.field(), request.text(), author, clock.instant())
                : comments.requireForUpdate(story.id(), request.inReplyTo())
                        .answer(ids.next(), request.text(), author, clock.instant());
        comments.persist(comment);
        comments.flush();
        audit.record("story.commented", null, "story/" + story.id());
        return comment;
    }

    void resolve(StoryComment comment, Actor by) {
        comment.resolve(by, clock.instant());
        comments.flush();
        audit.record("story.resolved", null, "story/" + comment.story());
    }
}
