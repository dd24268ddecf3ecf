package nl.etalage.content.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A campaign as the API shows it.
 *
 * @param author member who started it
 */
@Schema(name = "Campaign")
public record CampaignView(
        UUID id,
        @JsonUnwrapped CampaignContent content,
        CampaignState state,
        UUID author,
        Instant createdAt,
        long version) {

    /** @param known which stories the reader may hear of */
    static CampaignView of(Campaign campaign, LocalDate today, Predicate<UUID> known) {
        return new CampaignView(
                campaign.id(),
                campaign.content().withOnly(known),
                campaign.content().stateOn(today),
                campaign.author(),
                campaign.createdAt(),
                campaign.version());
    }
}
