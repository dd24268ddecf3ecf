package nl.etalage.shops.joining;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the invitations to shops. */
@ConfigMapping(prefix = "etalage.joining")
interface JoiningConfig {

    /** How long a mailed link works: long enough for a meeting of volunteers that comes once in six weeks. */
    @WithDefault("P60D")
    Duration linkLasts();

    /** When a shop that said "later" is asked once more. */
    @WithDefault("P14D")
    Duration reminderAfter();
}
