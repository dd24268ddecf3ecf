package nl.etalage.shops.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;
import java.util.Optional;

/** Settings of the network as a whole. */
@ConfigMapping(prefix = "etalage.network")
public interface NetworkConfig {

    /** Where the days of the central group are counted, and the zone of a shop that names none. */
    @WithDefault("Europe/Amsterdam")
    ZoneId timeZone();

    /** Language of a shop that names none, as a BCP 47 tag. */
    @WithDefault("nl")
    String locale();

    /** What the network is called, as it stands in mails and on pages. */
    @WithDefault("Etalage")
    String name();

    /** Mail address where a shop can ask something before it joins. */
    Optional<String> questions();
}
