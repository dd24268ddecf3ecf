package nl.etalage.scheduling.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.platform.PlatformName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A channel as its shop sees it, without credentials.
 *
 * @param minimumGap ISO 8601 duration, or null
 * @param server the platform's server; null where a person posts
 * @param characterLimit longest text there, in the platform's count; null while unknown
 * @param reason why it is failing, in the reader's language
 */
@Schema(name = "Channel")
public record ChannelView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String shop,
        @Schema(required = true) PlatformName platform,
        @Schema(required = true) String account,
        String purpose,
        String tone,
        @Schema(required = true) List<Audience> audience,
        String rhythm,
        String minimumGap,
        String server,
        Integer characterLimit,
        @Schema(required = true) ChannelState state,
        String reason,
        Instant verifiedAt,
        @Schema(required = true) long version) {

    static ChannelView of(Channel channel, Sentences sentences) {
        ChannelProfile profile = channel.profile();
        Duration gap = profile.minimumGap();
        return new ChannelView(
                channel.id(),
                channel.shop(),
                channel.platform(),
                profile.account(),
                profile.purpose(),
                profile.tone(),
                profile.audience(),
                profile.rhythm(),
                gap == null ? null : gap.toString(),
                channel.server(),
                channel.characterLimit(),
                channel.state(),
                channel.reason() == null ? null : channel.reason().in(sentences),
                channel.verifiedAt(),
                channel.version());
    }
}
