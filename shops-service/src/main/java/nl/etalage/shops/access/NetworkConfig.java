package nl.etalage.shops.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** Settings of the network as a whole. */
@ConfigMapping(prefix = "etalage.network")
public interface NetworkConfig {

    /** Where the days of the central group are counted, and the zone of a shop that names none. */
    @WithDefault("Europe/Amsterdam")
    ZoneId timeZone();

    /** Language of a shop that names none, as a BCP 47 tag. */
    @WithDefault("nl")
    String locale();
}
