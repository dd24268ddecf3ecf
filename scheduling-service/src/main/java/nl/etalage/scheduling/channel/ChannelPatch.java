package nl.etalage.scheduling.channel;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The members of a channel that a merge patch may hold; {@code credentials} connects it anew. */
public record ChannelPatch(
        String account,
        String purpose,
        String tone,
        List<Audience> audience,
        String rhythm,
        @Schema(examples = "PT2H") String minimumGap,
        Credentials credentials) {

    static ChannelPatch of(ChannelProfile profile) {
        ChannelDetails now = ChannelDetails.of(profile);
        return new ChannelPatch(
                now.account(), now.purpose(), now.tone(), now.audience(), now.rhythm(), now.minimumGap(), null);
    }

    ChannelDetails details() {
        return new ChannelDetails(account, purpose, tone, audience, rhythm, minimumGap);
    }
}
