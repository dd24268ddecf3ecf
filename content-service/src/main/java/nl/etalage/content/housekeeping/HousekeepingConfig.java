package nl.etalage.content.housekeeping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is forgotten when. */
@ConfigMapping(prefix = "etalage.housekeeping")
interface HousekeepingConfig {

    /** Whether this instance takes part. */
    @WithDefault("true")
    boolean enabled();

    /** How long a line of the audit is kept: two years. */
    @WithDefault("P730D")
    Duration auditKept();

    /** How long superseded events are kept for followers that were away. */
    @WithDefault("P30D")
    Duration eventsKept();

    /** How long it can be said what changed since a draft was opened. */
    @WithDefault("P30D")
    Duration editsKept();

    /** Most stories kept as they were prepared for all shops, about 10 kB each; beyond it the oldest go. */
    @WithDefault("100000")
    int preparedKept();

    /** An unfinished file older than this belongs to no upload any more; uploads take minutes. */
    @WithDefault("PT24H")
    Duration unfinishedKept();
}
