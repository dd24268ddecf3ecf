package nl.etalage.scheduling.channel;

import java.util.List;
import nl.etalage.scheduling.platform.PlatformName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A channel to connect.
 *
 * @param shop slug of the shop
 * @param credentials required where a machine publishes, absent for {@code assisted}
 */
public record NewChannel(
        @Schema(required = true) String shop,
        @Schema(required = true) PlatformName platform,
        String account,
        String purpose,
        String tone,
        List<Audience> audience,
        String rhythm,
        @Schema(examples = "PT2H") String minimumGap,
        Credentials credentials) {

    ChannelDetails details() {
        return new ChannelDetails(account, purpose, tone, audience, rhythm, minimumGap);
    }
}
