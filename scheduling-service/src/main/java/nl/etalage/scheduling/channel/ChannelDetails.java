package nl.etalage.scheduling.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import nl.etalage.scheduling.InputCheck;

/**
 * What people may say about a channel; PATCH changes these.
 *
 * @param account how people know the account; the platform fills it in when it is left out
 * @param minimumGap least time between two publications as an ISO 8601 duration of 1 second to 7 days, such as
 *     {@code PT2H}; null for no rule
 */
public record ChannelDetails(
        String account, String purpose, String tone, List<Audience> audience, String rhythm, String minimumGap) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final Duration LONGEST_GAP = Duration.ofDays(7);

    static ChannelDetails of(ChannelProfile profile) {
        return new ChannelDetails(
                profile.account(),
                profile.purpose(),
                profile.tone(),
                profile.audience(),
                profile.rhythm(),
                profile.minimumGap() == null ? null : profile.minimumGap().toString());
    }

    void check(InputCheck check) {
        check.atMost("/account", account, LONGEST_NAME)
                .atMost("/purpose", purpose, LONGEST_TEXT)
                .atMost("/tone", tone, LONGEST_TEXT)
                .atMost("/rhythm", rhythm, LONGEST_NAME)
                .wrongIf(audience != null && audience.contains(null), "/audience", "required")
                .wrongIf(minimumGap != null && gap() == null, "/minimumGap", "duration");
    }

    /** These as they are kept; {@link #check} has looked at them. */
    ChannelProfile profile() {
        return new ChannelProfile(
                account == null ? "" : account.strip(),
                purpose,
                tone,
                audience == null ? List.of() : audience.stream().distinct().toList(),
                rhythm,
                minimumGap == null ? null : gap().toSeconds());
    }

    private Duration gap() {
        try {
            Duration gap = Duration.parse(minimumGap);
            return gap.toSeconds() < 1 || gap.compareTo(LONGEST_GAP) > 0 ? null : gap;
        } catch (DateTimeException | ArithmeticException unreadable) {
            return null;
        }
    }
}
