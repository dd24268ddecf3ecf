package nl.etalage.shops.housekeeping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** Settings of the housekeeping. */
@ConfigMapping(prefix = "etalage.housekeeping")
interface HousekeepingConfig {

    /** Whether this instance takes part; a test calls it itself. */
    @WithDefault("true")
    boolean enabled();

    /** How often the provider's clients are made what integrations want; so late, at most twice, does an old secret end. */
    @WithDefault("10S")
    Duration clientsEvery();

    /** How long the audit trail is kept. */
    @WithDefault("P2Y")
    Period auditKept();
}
