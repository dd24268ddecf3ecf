package nl.etalage.scheduling.publication;

import java.time.Duration;
import java.time.Instant;
import nl.etalage.scheduling.platform.PlatformName;

/** Until when a publication may still go out: never stale. */
public final class Deadline {

    /** A machine that is this late has missed the moment. */
    private static final Duration MACHINE = Duration.ofHours(3);

    /** The planned day is the first. */
    private static final int DAYS_FOR_A_PERSON = 3;

    private Deadline() {}

    /** {@code notAfter} for a moment: three hours later, or the end of the third day where a person posts. */
    public static Instant of(LocalMoment moment, PlatformName platform) {
        if (platform != PlatformName.ASSISTED) {
            return moment.at().plus(MACHINE);
        }
        return moment.local()
                .toLocalDate()
                .plusDays(DAYS_FOR_A_PERSON)
                .atStartOfDay(moment.zone())
                .toInstant();
    }
}
