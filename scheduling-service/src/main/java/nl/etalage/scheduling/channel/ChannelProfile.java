package nl.etalage.scheduling.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a channel is for; people's own words, all optional but the account's name.
 *
 * @param account how people know the account
 * @param rhythm how often the shop likes to publish there
 * @param minimumGapSeconds least time between two publications; null for no rule
 */
@Embeddable
public record ChannelProfile(
        String account,
        String purpose,
        String tone,
        @JdbcTypeCode(SqlTypes.JSON) List<Audience> audience,
        String rhythm,
        @Column(name = "minimum_gap") Long minimumGapSeconds) {

    Duration minimumGap() {
        return minimumGapSeconds == null ? null : Duration.ofSeconds(minimumGapSeconds);
    }

    ChannelProfile named(String name) {
        return new ChannelProfile(name, purpose, tone, audience, rhythm, minimumGapSeconds);
    }
}
