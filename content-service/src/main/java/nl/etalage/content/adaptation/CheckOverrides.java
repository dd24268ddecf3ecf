package nl.etalage.content.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.etalage.content.Findings;
import nl.etalage.content.asset.Asset;
import nl.etalage.content.asset.AssetRepository;
import nl.etalage.content.story.Limits;
import nl.etalage.content.story.StoryRules;
import nl.etalage.content.story.TextField;
import nl.etalage.content.text.KnownMergeFields;

/** Judges own words: what is locked, what is too long, which merge fields and pictures there are. */
@ApplicationScoped
class CheckOverrides {

    private final KnownMergeFields mergeFields;
    private final AssetRepository assets;

    CheckOverrides(KnownMergeFields mergeFields, AssetRepository assets) {
        this.mergeFields = mergeFields;
        this.assets = assets;
    }

    /** Answers 422 with everything that is wrong. */
    void check(Adaptation adaptation, Overrides overrides) {
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
