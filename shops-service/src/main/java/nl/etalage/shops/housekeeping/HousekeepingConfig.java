package nl.etalage.shops.housekeeping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** Settings of the housekeeping. */
@ConfigMapping(prefix = "etalage.housekeeping")
interface HousekeepingConfig {

    /** Whether this instance takes part; a test calls it itself. */
    @WithDefault("true")
    boolean enabled();

    /** How long the audit trail is kept. */
    @WithDefault("P2Y")
    Period auditKept();
}
