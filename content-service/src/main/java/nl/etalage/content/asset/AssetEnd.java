package nl.etalage.content.asset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When an asset may be used no longer.
 *
 * @param at the first instant at which it may not
 * @param reason {@link #CONSENT} or {@link #LICENCE}
 */
public record AssetEnd(Instant at, String reason) {

    /** The people in it no longer agree; as the reason of a withdrawal. */
    public static final String CONSENT = "consent-withdrawn";

    /** Its maker no longer agrees; as the reason of a withdrawal. */
    public static final String LICENCE = "licence-ended";

    /** Where the days of consents and licences begin and end. */
    public static final ZoneId DUTCH_DAYS = ZoneId.of("Europe/Amsterdam");

    /** The end of a last day, which is included. */
    static AssetEnd after(LocalDate last, String reason) {
        return new AssetEnd(last.plusDays(1).atStartOfDay(DUTCH_DAYS).toInstant(), reason);
    }

    /** The last day on which it may be used. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(at.minusNanos(1), DUTCH_DAYS);
    }

    /** Whether it has not come, but will within so many days. */
    public boolean within(int days, Instant now) {
        Instant from = at.atZone(DUTCH_DAYS).minusDays(days).toInstant();
        return now.isBefore(at) && !now.isBefore(from);
    }

    /** The word for what is going to happen. */
    public String warning() {
        return reason.equals(LICENCE) ? "licence-ends" : "consent-ends";
    }

    AssetState state() {
        return reason.equals(LICENCE) ? AssetState.LICENCE_ENDED : AssetState.CONSENT_ENDED;
    }
}
