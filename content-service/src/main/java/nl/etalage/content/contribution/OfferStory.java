package nl.etalage.content.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.etalage.content.Findings;
import nl.etalage.content.access.Actor;
import nl.etalage.content.asset.Asset;
import nl.etalage.content.asset.AssetRepository;
import nl.etalage.content.ops.Ids;
import nl.etalage.content.story.Limits;
import nl.etalage.content.story.StoryRules;

/** Lets a shop offer a story, say it anew, and take it back. */
@ApplicationScoped
class OfferStory {

    private final ContributionRepository contributions;
    private final EarlierTexts earlier;
    private final AssetRepository assets;
    private final ContributionJournal journal;
    private final Ids ids;
    private final Clock clock;

    OfferStory(
            ContributionRepository contributions,
            EarlierTexts earlier,
            AssetRepository assets,
            ContributionJournal journal,
            Ids ids,
            Clock clock) {
        this.contributions = contributions;
        this.earlier = earlier;
        this.assets = assets;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    Contribution offer(String shop, ContributionContent content, Actor by) {
        check(shop, content);
        Contribution offered = Contribution.offer(ids.next(), shop, content, by, clock.instant());
        contributions.persist(offered);
        journal.changed(offered, "contribution.offered");
        return offered;
    }

    /** What the central group asked about stays to be read beside what comes in its place. */
    void revise(Contribution contribution, ContributionContent content, Actor by) {
        contribution.require(ContributionState.Action.REVISE);
        check(contribution.shop(), content);
        Instant now = clock.instant();
        if (contribution.state() == ContributionState.CHANGES_ASKED
                && !contribution.content().equals(content)) {
            earlier.keep(contribution.earlier(ids.next(), now));
        }
        contribution.revise(content, by, now);
        journal.changed(contribution, "contribution.revised");
    }

    void withdraw(Contribution contribution) {
        contribution.withdraw(clock.instant());
        journal.changed(contribution, "contribution.withdrawn");
    }

    /** What a shop writes becomes the body of a story, so what can't be one is told now and not to the editor. */
    private void check(String shop, ContributionContent content) {
        Findings findings = new Findings();
        if (content.text() == null || content.text().isBlank()) {
            findings.add("/text", "required");
        }
        StoryRules.asItStands("/text", content.text(), Limits.BODY, findings);
        StoryRules.nesting("/text", content.text(), Limits.BODY, findings);
        if (content.asset() != null) {
            Asset asset = assets.byId(List.of(content.asset())).get(content.asset());
            if (asset == null || !shop.equals(asset.shop())) {
                findings.add("/asset", "asset.unknown");
            } else if (!asset.file().isPicture()) {
                findings.add("/asset", "asset.no-picture");
            }
        }
        findings.refuse();
    }
}
