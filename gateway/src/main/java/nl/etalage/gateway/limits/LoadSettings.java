package nl.etalage.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests may be under way before more are turned away. */
@ConfigMapping(prefix = "etalage.load")
interface LoadSettings {

    /** Calls of the API at a time; waiting for events not counted. A bit more than all services together may have. */
    @WithDefault("1200")
    int calls();

    /** Pages at a time, above the calls: people go on when machines are turned away. */
    @WithDefault("200")
    int pages();
}
