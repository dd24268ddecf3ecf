package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.etalage.content.asset.AssetRepository;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.NewEvent;

/** Makes a fixed revision the one that counts, and tells those who build on it. */
@ApplicationScoped
class PublishStory {

    /** The feed for services. */
    private static final String WORK = "work";

    private final StoryRepository stories;
    private final RevisionRepository revisions;
    private final AssetRepository assets;
    private final EventFeed feed;
    private final Event<StoryPublished> published;

    PublishStory(
            StoryRepository stories,
            RevisionRepository revisions,
            AssetRepository assets,
            EventFeed feed,
            Event<StoryPublished> published) {
        this.stories = stories;
        this.revisions = revisions;
        this.assets = assets;
        this.feed = feed;
        this.published = published;
    }

    void release(Story story, StoryRevision revision) {
        publish(story, revision, false);
        tell("released", story, Map.of("story", story.id(), "revision", revision.number()));
    }

    /** Who planned with the former content hears how much it matters, and which files it doesn't show any more. */
    void correct(Story story, StoryRevision revision, StoryContent former) {
        publish(story, revision, true);
        List<UUID> dropped = new ArrayList<>(former.assets());
        dropped.removeAll(story.content().assets());
        tell(
                "corrected",
                story,
                Map.of(
                        "story",
                        story.id(),
                        "revision",
                        revision.number(),
                        "severity",
                        revision.severity(),
                        "dropped",
                        dropped));
    }

    private void publish(Story story, StoryRevision revision, boolean correction) {
        revisions.persist(revision);
        // The library's tables are written with plain SQL that must find the revision.
        stories.flush();
        assets.publish(story.id(), story.content().assets(), revision.releasedAt());
        published.fire(
                new StoryPublished(story.id(), revision.number(), story.content(), correction, revision.releasedAt()));
    }

    private void tell(String happened, Story story, Map<String, Object> data) {
        feed.append(WORK, new NewEvent("nl.etalage.content.story." + happened + ".v1", "story/" + story.id(), data));
    }
}
