package nl.etalage.gateway.usage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of telling how integrations fare. */
@ConfigMapping(prefix = "etalage.usage")
interface UsageSettings {

    /** How often shops-service is told. */
    @WithDefault("15s")
    Duration reportEvery();
}
