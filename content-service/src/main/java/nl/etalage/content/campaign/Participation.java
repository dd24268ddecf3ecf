package nl.etalage.content.campaign;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A shop takes part in a campaign.
 *
 * @param shop slug
 */
@Schema(name = "Participation")
public record Participation(UUID campaign, String shop, Instant joinedAt) {}
