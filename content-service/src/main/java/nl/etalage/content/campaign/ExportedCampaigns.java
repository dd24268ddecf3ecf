package nl.etalage.content.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.etalage.content.access.Shops;
import nl.etalage.content.export.ExportItem;
import nl.etalage.content.export.ExportKind;
import nl.etalage.content.export.Exported;

/** The campaigns a shop takes part in, in its export. */
@ApplicationScoped
class ExportedCampaigns implements Exported {

    private final CampaignRepository campaigns;
    private final Shops shops;
    private final Clock clock;

    ExportedCampaigns(CampaignRepository campaigns, Shops shops, Clock clock) {
        this.campaigns = campaigns;
        this.shops = shops;
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
        return campaigns.ofShop(shop, Exported.id(after), limit).stream()
                .map(campaign -> ExportItem.of(kind(), campaign.id(), CampaignView.of(campaign, today)))
                .toList();
    }
}
