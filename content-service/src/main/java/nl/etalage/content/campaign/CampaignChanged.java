package nl.etalage.content.campaign;

import java.util.Set;
import java.util.UUID;

/**
 * A campaign changed, in the transaction that is running.
 *
 * @param stories that belong to it now, or did before
 */
public record CampaignChanged(UUID campaign, Set<UUID> stories) {

    public CampaignChanged {
        stories = Set.copyOf(stories);
    }
}
