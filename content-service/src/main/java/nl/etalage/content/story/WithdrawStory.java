package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Map;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.NewEvent;

/** Takes a released story back, everywhere. */
@ApplicationScoped
class WithdrawStory {

    private final EventFeed feed;
    private final Event<StoryWithdrawn> withdrawn;
    private final StoryRepository stories;
    private final AuditTrail audit;
    private final Clock clock;

    WithdrawStory(
            EventFeed feed, Event<StoryWithdrawn> withdrawn, StoryRepository stories, AuditTrail audit, Clock clock) {
        this.feed = feed;
        this.withdrawn = withdrawn;
        this.stories = stories;
        this.audit = audit;
        this.clock = clock;
    }

    void withdraw(Story story, WithdrawReason reason) {
        story.withdraw(reason, clock.instant());
        stories.flush();
        withdrawn.fire(new StoryWithdrawn(story.id(), story.revision(), reason));
        feed.append(
                "work",
                new NewEvent(
                        "nl.etalage.content.story.withdrawn.v1",
                        "story/" + story.id(),
                        Map.of("story", story.id(), "revision", story.revision(), "reason", reason.word())));
        audit.record("story.withdrawn", null, "story/" + story.id());
    }
}
