package nl.etalage.scheduling.housekeeping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is forgotten when. */
@ConfigMapping(prefix = "etalage.housekeeping")
interface HousekeepingConfiguration {

    /** Whether this instance takes part. */
    @WithDefault("true")
    boolean enabled();

    /** How long a line of the audit is kept: two years. */
    @WithDefault("P730D")
    Duration auditKept();

    /** How long attempts are kept: one year. */
    @WithDefault("P365D")
    Duration attemptsKept();

    /** How long a mail that went is kept, to see that it went. */
    @WithDefault("P90D")
    Duration mailKept();

    /** How long superseded events are kept for followers that were away. */
    @WithDefault("P30D")
    Duration eventsKept();
}
