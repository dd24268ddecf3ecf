package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
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

    void publish(Story story, StoryRevision revision, boolean correction) {
        revisions.persist(revision);
        // The library's tables are written with plain SQL that must find the revision.
        stories.flush();
        assets.publish(story.id(), story.content().assets(), revision.releasedAt());
        published.fire(
                new StoryPublished(story.id(), revision.number(), story.content(), correction, revision.releasedAt()));
        String type = correction ? "nl.etalage.content.story.corrected.v1" : "nl.etalage.content.story.released.v1";
        feed.append(
                WORK,
                new NewEvent(type, "story/" + story.id(), Map.of("story", story.id(), "revision", revision.number())));
    }
}
