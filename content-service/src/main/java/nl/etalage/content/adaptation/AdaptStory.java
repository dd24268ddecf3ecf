package nl.etalage.content.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.Findings;
import nl.etalage.content.access.Actor;
import nl.etalage.content.asset.Asset;
import nl.etalage.content.asset.AssetRepository;
import nl.etalage.content.audit.Audit;
import nl.etalage.content.ops.Ids;
import nl.etalage.content.story.Limits;
import nl.etalage.content.story.Story;
import nl.etalage.content.story.StoryRepository;
import nl.etalage.content.story.StoryRules;
import nl.etalage.content.story.TextField;
import nl.etalage.content.text.KnownMergeFields;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.NewEvent;

/** Makes a shop's own version of a story, and puts own words in it. */
@ApplicationScoped
class AdaptStory {

    private final AdaptationRepository adaptations;
    private final StoryRepository stories;
    private final AssetRepository assets;
    private final KnownMergeFields mergeFields;
    private final EventFeed feed;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    AdaptStory(
            AdaptationRepository adaptations,
            StoryRepository stories,
            AssetRepository assets,
            KnownMergeFields mergeFields,
            EventFeed feed,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.adaptations = adaptations;
        this.stories = stories;
        this.assets = assets;
        this.mergeFields = mergeFields;
        this.feed = feed;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether it was made now; false when the shop had one. */
    boolean adapt(String shop, UUID storyId, Actor author) {
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
            changed(adaptations.ofStory(shop, storyId).orElseThrow(), "adaptation.created");
        }
        return made;
    }

    void override(Adaptation adaptation, Overrides overrides) {
        refuseRecalled(adaptation);
        check(adaptation, overrides);
        adaptation.override(overrides, clock.instant());
        assets.publish(
                adaptation.story().id(), overrides.assets() == null ? List.of() : overrides.assets(), clock.instant());
        changed(adaptation, "adaptation.edited");
    }

    void settle(Adaptation adaptation, Overrides settled) {
        refuseRecalled(adaptation);
        adaptation.settle(settled, clock.instant());
        changed(adaptation, "adaptation.settled");
    }

    private void changed(Adaptation adaptation, String what) {
        adaptations.flush();
        adaptations.touchLibrary(adaptation.shop());
        audit.record(what, adaptation.id(), adaptation.shop());
        Map<String, Object> data = new HashMap<>();
        data.put("adaptation", adaptation.id());
        data.put("shop", adaptation.shop());
        data.put("story", adaptation.story().id());
        data.put("revision", adaptation.revision());
        data.put("state", adaptation.state().word());
        data.put("version", adaptation.version());
        feed.append(
                "work",
                new NewEvent("nl.etalage.content.adaptation.changed.v1", "adaptation/" + adaptation.id(), data));
    }

    private static void refuseRecalled(Adaptation adaptation) {
        if (adaptation.state() == AdaptationState.RECALLED) {
            throw ContentProblem.ADAPTATION_RECALLED.because();
        }
    }

    private void check(Adaptation adaptation, Overrides overrides) {
        Findings findings = new Findings();
        for (TextField locked : adaptation.story().content().lockedFields()) {
            Object before = adaptation.overrides().value(locked);
            if (overrides.value(locked) != null && !overrides.value(locked).equals(before)) {
                findings.add("/overrides/" + locked.word(), "adaptation.locked");
            }
        }
        findings.tooLong("/overrides/title", overrides.title(), Limits.TITLE);
        findings.tooLong("/overrides/summary", overrides.summary(), Limits.SUMMARY);
        StoryRules.markdown("/overrides/body", overrides.body(), Limits.BODY, findings);
        findings.tooLong("/overrides/question", overrides.question(), Limits.LINE);
        findings.tooLong("/overrides/callToAction", overrides.callToAction(), Limits.LINE);
        overrides
                .channelTexts()
                .forEach((platform, text) -> StoryRules.markdown(
                        "/overrides/channelTexts/" + platform.word(), text, Limits.CHANNEL_TEXT, findings));
        findings.addAll(mergeFields.check(texts(overrides)));
        pictures(adaptation, overrides, findings);
        findings.refuse();
    }

    private static Map<String, String> texts(Overrides overrides) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("/overrides/title", overrides.title());
        texts.put("/overrides/summary", overrides.summary());
        texts.put("/overrides/body", overrides.body());
        texts.put("/overrides/question", overrides.question());
        texts.put("/overrides/callToAction", overrides.callToAction());
        overrides
                .channelTexts()
                .forEach((platform, text) -> texts.put("/overrides/channelTexts/" + platform.word(), text));
        return texts;
    }

    /** A shop chooses among the story's pictures and its own. */
    private void pictures(Adaptation adaptation, Overrides overrides, Findings findings) {
        if (overrides.assets() == null) {
            return;
        }
        findings.tooMany("/overrides/assets", overrides.assets(), Limits.ASSETS);
        Set<UUID> ofStory = new HashSet<>(adaptation.story().content().assets());
        Map<UUID, Asset> known = assets.byId(overrides.assets());
        for (int at = 0; at < overrides.assets().size(); at++) {
            UUID id = overrides.assets().get(at);
            Asset asset = known.get(id);
            boolean own = asset != null && adaptation.shop().equals(asset.shop());
            if (!own && !ofStory.contains(id)) {
                findings.add("/overrides/assets/" + at, "asset.unknown");
            }
        }
        if (new HashSet<>(overrides.assets()).size() < overrides.assets().size()) {
            findings.add("/overrides/assets", "twice");
        }
    }
}
