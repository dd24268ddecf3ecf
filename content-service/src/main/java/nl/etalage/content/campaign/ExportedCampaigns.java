package nl.etalage.content.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.etalage.content.access.Shops;
import nl.etalage.content.export.ExportItem;
import nl.etalage.content.export.ExportKind;
import nl.etalage.content.export.Exported;

/** The campaigns a shop takes part in, in its export. */
@ApplicationScoped
class ExportedCampaigns implements Exported {

    private final CampaignRepository campaigns;
    private final Shops shops;
    private final ShowCampaign show;
    private final Clock clock;

    ExportedCampaigns(CampaignRepository campaigns, Shops shops, ShowCampaign show, Clock clock) {
        this.campaigns = campaigns;
        this.shops = shops;
        this.show = show;
        this.clock = clock;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.CAMPAIGN;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), shops.require(shop).zone());
        List<Campaign> found = campaigns.ofShop(shop, Exported.id(after), limit);
        Predicate<UUID> known = show.known(Set.of(shop), found);
        return found.stream()
                .map(campaign -> ExportItem.of(kind(), campaign.id(), CampaignView.of(campaign, today, known)))
                .toList();
    }
}
