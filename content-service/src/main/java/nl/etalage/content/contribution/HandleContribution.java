package nl.etalage.content.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.Findings;
import nl.etalage.content.access.Actor;
import nl.etalage.content.access.Shop;
import nl.etalage.content.access.Shops;
import nl.etalage.content.asset.AssetRepository;
import nl.etalage.content.asset.ShareAsset;
import nl.etalage.content.story.Contributed;
import nl.etalage.content.story.Limits;
import nl.etalage.content.story.Story;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.StoryType;
import nl.etalage.content.story.WriteStory;

/** What the central group does with what a shop offered. */
@ApplicationScoped
class HandleContribution {

    private static final String NAME = "shop.name";

    private final Shops shops;
    private final AssetRepository assets;
    private final ShareAsset share;
    private final WriteStory write;
    private final ContributionJournal journal;
    private final Clock clock;

    HandleContribution(
            Shops shops,
            AssetRepository assets,
            ShareAsset share,
            WriteStory write,
            ContributionJournal journal,
            Clock clock) {
        this.shops = shops;
        this.assets = assets;
        this.share = share;
        this.write = write;
        this.journal = journal;
        this.clock = clock;
    }

    /** Makes a draft of it that names the shop, for an editor to fill in. */
    void take(Contribution contribution, StoryType type, Actor by) {
        contribution.require(ContributionState.Action.TAKE);
        Shop shop = shops.require(contribution.shop());
        String credit = clipped(shop.fieldsIn(shop.locale()).getOrDefault(NAME, shop.slug()));
        List<UUID> pictures = contribution.content().asset() == null
                ? List.of()
                : List.of(
                        share.withNetwork(assets.findById(contribution.content().asset()), credit)
                                .id());
        Story story = write.takeUp(
                StoryContent.begin(type, shop.locale(), contribution.content().text(), credit, pictures),
                new Contributed(contribution.id(), contribution.shop()),
                by);
        contribution.take(story.id(), by, clock.instant());
        journal.changed(contribution, "contribution.taken");
    }

    void askChanges(Contribution contribution, String note, Actor by) {
        contribution.require(ContributionState.Action.ASK_CHANGES);
        contribution.askChanges(required(note), by, clock.instant());
        journal.changed(contribution, "contribution.changes-asked");
    }

    void decline(Contribution contribution, String reason, Actor by) {
        contribution.require(ContributionState.Action.DECLINE);
        contribution.decline(required(reason), by, clock.instant());
        journal.changed(contribution, "contribution.declined");
    }

    /** A volunteer who hears nothing but no offers nothing again. */
    private static String required(String note) {
        Findings findings = new Findings();
        findings.required("/note", note, Limits.NOTE);
        findings.refuse();
        return note.strip();
    }

    /** The name of a shop may be longer than a credit, and may hold anything. */
    private static String clipped(String name) {
        String plain = name.replace("{{", "{ {");
        return plain.codePointCount(0, plain.length()) <= Limits.CREDIT
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, Limits.CREDIT));
    }
}
