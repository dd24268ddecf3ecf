package nl.etalage.content.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.etalage.content.access.Shop;
import nl.etalage.content.access.Shops;
import nl.etalage.content.adaptation.Adaptation;
import nl.etalage.content.adaptation.AdaptationRepository;
import nl.etalage.content.adaptation.Overrides;
import nl.etalage.content.campaign.Campaign;
import nl.etalage.content.campaign.CampaignOfDay;
import nl.etalage.content.campaign.CampaignRepository;
import nl.etalage.content.campaign.CampaignState;
import nl.etalage.content.platform.Platform;
import nl.etalage.content.story.RevisionRepository;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.StoryState;
import nl.etalage.content.story.StoryType;
import nl.etalage.content.text.Markdown;
import nl.etalage.content.text.Template;
import nl.etalage.problem.Sentences;

/** Shows an adaptation as one platform will get it, with everything that stands in its way. */
@ApplicationScoped
class RenderAdaptation {

    private final Shops shops;
    private final CampaignRepository campaigns;
    private final AdaptationRepository adaptations;
    private final RevisionRepository revisions;
    private final RenderPictures pictures;
    private final Clock clock;

    RenderAdaptation(
            Shops shops,
            CampaignRepository campaigns,
            AdaptationRepository adaptations,
            RevisionRepository revisions,
            RenderPictures pictures,
            Clock clock) {
        this.shops = shops;
        this.campaigns = campaigns;
        this.adaptations = adaptations;
        this.revisions = revisions;
        this.pictures = pictures;
        this.clock = clock;
    }

    RenderingView render(Adaptation adaptation, RenderRequest request, Sentences sentences) {
        Shop shop = shops.require(adaptation.shop());
        LocalDate day = request.on() == null ? LocalDate.ofInstant(clock.instant(), shop.zone()) : request.on();
        Optional<Campaign> campaign =
                CampaignOfDay.of(campaigns.ofStory(adaptation.story().id()), day);
        Remarks remarks = new Remarks(sentences);
        StoryContent source = source(adaptation, shop, day);
        Texts texts = texts(adaptation.overrides(), source, request, values(shop, campaign, source), remarks);
        standing(adaptation, shop, day, remarks);
        campaignStands(adaptation, texts.chosen(), campaign, day, remarks);
        List<RenderingView.Picture> images = pictures.render(
                adaptation.overrides().on(source).assets(), request.platform(), moment(shop, day), remarks);
        return new RenderingView(
                adaptation.id(),
                adaptation.version(),
                adaptation.shop(),
                adaptation.story().id(),
                adaptation.story().revision(),
                campaign.map(Campaign::id).orElse(null),
                request.platform(),
                texts.title(),
                texts.text(),
                texts.link(),
                request.platform().length(texts.text()),
                request.limit(),
                images,
                remarks.problems(),
                remarks.warnings(),
                RenderingHash.of(request.platform(), texts.title(), texts.text(), images));
    }

    /** The words of a rendering. */
    private record Texts(ChosenText chosen, String title, String text, String link) {}

    /** The story as it is; of one that is for others now, what the shop knew of it. */
    private StoryContent source(Adaptation adaptation, Shop shop, LocalDate day) {
        return adaptation.story().state() != StoryState.RELEASED || availableOn(adaptation, shop, day)
                ? adaptation.story().content()
                : revisions
                        .require(adaptation.story().id(), adaptation.revision())
                        .content();
    }

    private static Texts texts(
            Overrides own, StoryContent source, RenderRequest request, Map<String, String> values, Remarks remarks) {
        StoryContent content = own.on(source);
        Platform platform = request.platform();
        ChosenText chosen = ChosenText.of(own, source, platform);
        Template template = new Template(values);
        String filled = template.markdown(chosen.template());
        String link = MarkedLink.of(template.link(content.link()), request.reference());
        String text = withLink(platform.takesMarkdown() ? filled : Markdown.toText(filled), link);
        // A field that only the title misses is no reason to hold back a text that has no title.
        Template ofTitle = platform.takesMarkdown() ? template : new Template(values);
        String title = ofTitle.title(content.title());
        template.missing().forEach(field -> remarks.problem("missing-field", field, field));
        length(text, chosen, request, remarks);
        return new Texts(chosen, title, text, link);
    }

    private static Map<String, String> values(Shop shop, Optional<Campaign> campaign, StoryContent source) {
        String language = source.locale();
        Map<String, String> values = shop.fieldsIn(language);
        campaign.ifPresent(found -> values.putAll(CampaignOfDay.fields(found, language)));
        return values;
    }

    private static String withLink(String text, String link) {
        return link == null || text.contains(link) ? text : (text + "\n\n" + link).strip();
    }

    private static void length(String text, ChosenText chosen, RenderRequest request, Remarks remarks) {
        int length = request.platform().length(text);
        if (request.limit() != null && length > request.limit()) {
            remarks.tooLong(chosen.field(), length - request.limit());
        }
        if (text.isBlank()) {
            remarks.problem("empty", chosen.field());
        }
    }

    /** Whether the story may go out on that day at all, and whether it is the newest the shop has seen. */
    private void standing(Adaptation adaptation, Shop shop, LocalDate day, Remarks remarks) {
        StoryState state = adaptation.story().state();
        if (state == StoryState.WITHDRAWN) {
            remarks.problem("story-withdrawn", "story");
        } else if (state == StoryState.EXPIRED) {
            remarks.problem("story-expired", "story");
        } else if (!availableOn(adaptation, shop, day)) {
            remarks.problem("story-not-available", "story");
        }
        if (adaptation.revision() < adaptation.story().revision()) {
            remarks.warning("source-update", "story");
        }
    }

    /** At some moment of the day: from its start, or by its end. */
    private boolean availableOn(Adaptation adaptation, Shop shop, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(shop.zone()).toInstant().minusSeconds(1);
        return adaptations.inLibrary(shop.slug(), adaptation.story().id(), moment(shop, day))
                || adaptations.inLibrary(shop.slug(), adaptation.story().id(), end);
    }

    private Instant moment(Shop shop, LocalDate day) {
        Instant start = day.atStartOfDay(shop.zone()).toInstant();
        return start.isAfter(clock.instant()) ? start : clock.instant();
    }

    /** A text about a campaign that is over makes a shop look asleep; another text may well go out after it. */
    private static void campaignStands(
            Adaptation adaptation, ChosenText chosen, Optional<Campaign> campaign, LocalDate day, Remarks remarks) {
        boolean over = campaign.isPresent() && campaign.get().content().stateOn(day) == CampaignState.OVER;
        if (!over) {
            return;
        }
        String name = campaign.get().content().name();
        if (adaptation.story().content().type() == StoryType.CAMPAIGN
                || chosen.template().contains("{{campaign.")) {
            remarks.problem("campaign-over", "campaign", name);
        } else {
            remarks.warning("campaign-over", "campaign", name);
        }
    }
}
