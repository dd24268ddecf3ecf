package nl.etalage.content.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.Findings;
import nl.etalage.content.access.Actor;
import nl.etalage.content.asset.AssetRepository;
import nl.etalage.content.ops.Ids;
import nl.etalage.content.story.Story;
import nl.etalage.content.story.StoryRepository;

/** Makes a shop's own version of a story, and puts own words in it. */
@ApplicationScoped
class AdaptStory {

    private final AdaptationRepository adaptations;
    private final StoryRepository stories;
    private final AssetRepository assets;
    private final CheckOverrides check;
    private final AdaptationJournal journal;
    private final Ids ids;
    private final Clock clock;

    AdaptStory(
            AdaptationRepository adaptations,
            StoryRepository stories,
            AssetRepository assets,
            CheckOverrides check,
            AdaptationJournal journal,
            Ids ids,
            Clock clock) {
        this.adaptations = adaptations;
        this.stories = stories;
        this.assets = assets;
        this.check = check;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether it was made now; false when the shop had one. */
    boolean adapt(String shop, UUID storyId, Actor author) {
        Findings findings = new Findings();
        if (storyId == null) {
            findings.add("/story", "required");
        }
        findings.refuse();
        if (adaptations.ofStory(shop, storyId).isPresent()) {
            return false;
        }
        Instant now = clock.instant();
        if (!adaptations.inLibrary(shop, storyId, now)) {
            throw ContentProblem.STORY_NOT_AVAILABLE.because();
        }
        Story story = stories.require(storyId);
        boolean made = adaptations.insert(ids.next(), shop, story, author, now);
        if (made) {
            journal.changed(adaptations.ofStory(shop, storyId).orElseThrow(), "adaptation.created");
        }
        return made;
    }

    void override(Adaptation adaptation, Overrides overrides) {
        refuseRecalled(adaptation);
        check.check(adaptation, overrides);
        List<UUID> before = shown(adaptation.overrides());
        List<UUID> shown = shown(overrides);
        Instant now = clock.instant();
        adaptation.override(overrides, now);
        assets.publish(adaptation.story().id(), shown, now);
        assets.warnAnew(
                adaptation.shop(),
                shown.stream().filter(picture -> !before.contains(picture)).toList(),
                now);
        journal.changed(adaptation, "adaptation.edited");
    }

    void settle(Adaptation adaptation, Overrides settled) {
        refuseRecalled(adaptation);
        adaptation.settle(settled, clock.instant());
        journal.changed(adaptation, "adaptation.settled");
    }

    private static List<UUID> shown(Overrides overrides) {
        return overrides.assets() == null ? List.of() : overrides.assets();
    }

    private static void refuseRecalled(Adaptation adaptation) {
        if (adaptation.state() == AdaptationState.RECALLED) {
            throw ContentProblem.ADAPTATION_RECALLED.because();
        }
    }
}
