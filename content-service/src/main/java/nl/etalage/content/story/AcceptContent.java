package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.etalage.content.Findings;
import nl.etalage.content.asset.Asset;
import nl.etalage.content.asset.AssetRepository;
import nl.etalage.content.text.KnownMergeFields;
import nl.etalage.content.theme.ChooseThemes;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;

/** Judges what somebody wants to save: its own rules, its merge fields, its themes and its pictures. */
@ApplicationScoped
class AcceptContent {

    private final KnownMergeFields mergeFields;
    private final AssetRepository assets;
    private final CheckTranslation translation;
    private final ChooseThemes themes;
    private final Clock clock;

    AcceptContent(
            KnownMergeFields mergeFields,
            AssetRepository assets,
            CheckTranslation translation,
            ChooseThemes themes,
            Clock clock) {
        this.mergeFields = mergeFields;
        this.assets = assets;
        this.translation = translation;
        this.themes = themes;
        this.clock = clock;
    }

    /**
     * What may be saved: the content, with the keys of its themes. Answers 422 with everything that is wrong.
     *
     * @param story null for one that doesn't exist yet
     * @param within pointer to where the content stands in the request
     */
    StoryContent accept(Story story, StoryContent content, String within) {
        Findings findings = new Findings();
        StoryRules.check(content, findings);
        findings.addAll(mergeFields.check(StoryRules.textsOf(content)));
        Map<UUID, Asset> known = assets.byId(content.assets());
        for (int at = 0; at < content.assets().size(); at++) {
            Asset asset = known.get(content.assets().get(at));
            if (asset == null || asset.shop() != null) {
                findings.add("/assets/" + at, "asset.unknown");
            }
        }
        translation.check(story == null ? null : story.id(), content, findings);
        List<String> keys = findings.none()
                ? themes.keysOf(
                        content.themes(),
                        story == null ? List.of() : story.content().themes(),
                        findings)
                : content.themes();
        if (!findings.none()) {
            throw new ProblemException(
                    HttpProblem.INVALID_INPUT,
                    findings.violations().stream()
                            .map(found -> new Violation(within + found.pointer(), found.text()))
                            .toList());
        }
        return keys.equals(content.themes()) ? content : content.withThemes(keys);
    }

    /** What the story still lacks or could do with. */
    Checklist checklist(Story story, StoryContent content) {
        Map<UUID, Asset> known = assets.byId(content.assets());
        List<Asset> used = content.assets().stream().map(known::get).toList();
        return new Checklist(content, used, story.contributed() != null, clock.instant());
    }
}
